"""What the pages themselves say, in both languages.

`SHELL` and, for the page over all debates, `INDEX` where their parts are written, `SCRIPT` where their scripts write.
"""

from __future__ import annotations

from collections.abc import Mapping

from argmap.diagnostics import Words
from argmap.model import ROLE_WORDS

SHELL: Mapping[str, Words] = {
    "home": Words(en="All debates", ja="討論の一覧"),
    "tools": Words(en="Tools", ja="操作"),
    "find": Words(en="Search text, id, party, place", ja="本文・ID・話者・場所を検索"),
    "views": Words(en="View", ja="表示"),
    "map": Words(en="Map", ja="図"),
    "list": Words(en="List", ja="一覧表"),
    "matrix": Words(en="Matrix", ja="対応表"),
    "filter": Words(en="Filter", ja="絞り込み"),
    "walk": Words(en="Walk through", ja="順に見る"),
    "print": Words(en="Print, save", ja="印刷・保存"),
    "keys": Words(en="Keys", ja="キー操作"),
    "panel": Words(en="Details", ja="詳細"),
    "zoom": Words(en="Zoom", ja="拡大・縮小"),
    "in": Words(en="Zoom in", ja="拡大"),
    "out": Words(en="Zoom out", ja="縮小"),
    "fit": Words(en="Show all", ja="全体を表示"),
    "full": Words(en="Full screen", ja="全画面"),
    "groups": Words(en="Groups", ja="件名"),
    "canvas": Words(
        en="Map. Arrow keys move from statement to statement, Enter opens one.",
        ja="図。矢印キーで発言から発言へ移り、Enter で開く。",
    ),
    "stage": Words(en="The debate", ja="討論"),
    "paper": Words(en="Paper", ja="用紙"),
    "bw": Words(en="Black and white", ja="白黒で印刷"),
    "print-now": Words(en="Print", ja="印刷する"),
    "save-svg": Words(en="Save the map as SVG", ja="図を SVG で保存"),
    "save-png": Words(en="Save the map as PNG", ja="図を PNG で保存"),
    "close": Words(en="Close", ja="閉じる"),
    "role": Words(en="What it is", ja="発言の種類"),
    "status": Words(en="What became of it", ja="成り立っているか"),
    "party": Words(en="Who speaks", ja="話者"),
    "group": Words(en="Group", ja="件名"),
    "stands": Words(en="Only what still stands", ja="まだ成り立っているものだけ"),
    "bare": Words(en="Only without evidence", ja="証拠の付いていないものだけ"),
    "clear": Words(en="Clear the filter", ja="絞り込みを解除"),
    "previous": Words(en="Previous", ja="前へ"),
    "next": Words(en="Next", ja="次へ"),
    "end": Words(en="End", ja="終わる"),
    "no-script": Words(
        en="With scripts allowed, this page can be searched and explored.",
        ja="スクリプトを許可すると、このページで検索や絞り込みができる。",
    ),
    "caveat": Words(
        en="Unrebutted means that no rebuttal was found in the debate. It does not mean that the claim is true.",
        ja="反論なしとは、その討論の中に反論が見当たらないことをいう。主張が正しいという意味ではない。",
    ),
    "key-arrows": Words(en="to the nearest statement in that direction", ja="その方向でいちばん近い発言へ"),
    "key-enter": Words(en="open it", ja="開く"),
    "key-search": Words(en="search", ja="検索"),
    "key-escape": Words(en="leave", ja="閉じる・戻る"),
    "key-zoom": Words(en="zoom in and out, show all", ja="拡大・縮小・全体"),
    "key-walk": Words(en="on the walk: next, previous", ja="順に見るとき：次へ・前へ"),
    "key-help": Words(en="this list", ja="この一覧"),
}
"""Words of the parts that are there from the start."""

SCRIPT: Mapping[str, Words] = {
    **{role: ROLE_WORDS[role] for role in ("claim", "rebuttal", "evidence", "question")},
    "why": Words(en="Why", ja="なぜ"),
    "rebutted": Words(en="Rebutted by", ja="反論"),
    "undercut": Words(en="Its conclusion is attacked by", ja="結論への反論"),
    "rests": Words(en="Rests on", ja="支え"),
    "with": Words(en="together with", ja="合わせて"),
    "evidence-for": Words(en="Evidence", ja="証拠"),
    "rebuts": Words(en="Rebuts", ja="反論の相手"),
    "undercuts": Words(en="Attacks the step", ja="崩そうとするつながり"),
    "supports": Words(en="Supports", ja="支える相手"),
    "backs": Words(en="Is evidence for", ja="裏づける相手"),
    "answers": Words(en="Answers", ja="答える質問"),
    "answered": Words(en="Answers", ja="答弁"),
    "full": Words(en="in full", ja="全部に"),
    "partial": Words(en="in part", ja="一部に"),
    "evasive": Words(en="evasively", ja="正面からでなく"),
    "about": Words(en="Asks about", ja="対象"),
    "source": Words(en="Source", ja="出典"),
    "exact": Words(en="word for word", ja="出典のとおり"),
    "near": Words(en="nearly the same words", ja="出典とわずかに違う"),
    "absent": Words(en="these words were not found in the source", ja="出典にこの語句は見当たらない"),
    "next": Words(en="What to ask next", ja="次に聞くこと"),
    "draft": Words(
        en="Drafts: check each against its source, and put it in your own words.",
        ja="いずれも下書きである。出典で確かめ、自分の言葉に直して使う。",
    ),
    "to": Words(en="To", ja="相手"),
    "elsewhere": Words(en="from another debate", ja="別の討論"),
    "candidate": Words(en="candidate, not yet confirmed", ja="候補（未確認）"),
    "no-source": Words(en="no source named", ja="出典なし"),
    "no-evidence": Words(en="no evidence attached", ja="証拠なし"),
    "back": Words(en="Back", ja="戻る"),
    "show": Words(en="Show in the map", ja="図で見る"),
    "found": Words(en="{n} found", ja="{n}件"),
    "nothing": Words(en="Nothing was found.", ja="見当たらない。"),
    "more": Words(en="{n} more: narrow the search", ja="ほか{n}件：条件を絞ると表示される"),
    "statement": Words(en="Statement", ja="発言"),
    "kind": Words(en="What it is", ja="種類"),
    "status": Words(en="Status", ja="状態"),
    "rebuttals": Words(en="Rebuttals", ja="反論"),
    "pieces": Words(en="Evidence", ja="証拠"),
    "questions": Words(en="Questions", ja="質問"),
    "sort": Words(en="Select a heading to sort by it.", ja="見出しを選ぶと並べ替える。"),
    "matrix-is": Words(
        en="Rows: what was attacked. Columns: what attacks it.", ja="行：反論された発言。列：反論した発言。"
    ),
    "matrix-none": Words(
        en="No statement shown here was attacked.", ja="表示中の発言に、反論されたものはない。"
    ),
    "counts": Words(en="rebuts and counts", ja="成り立つ反論"),
    "idle": Words(en="rebuts, but without evidence", ja="証拠のない反論"),
    "fallen": Words(en="rebuts, but was defeated", ja="退けられた反論"),
    "open": Words(en="rebuts, not settled", ja="決着していない反論"),
    "step": Words(en="attacks the step", ja="つながりへの反論"),
    "what-if": Words(en="What if?", ja="もし…なら"),
    "leave-all": Words(en="What if these {n} were not there?", ja="この{n}件がすべてなかったら"),
    "leave-out": Words(en="Leave out, and see what changes", ja="これがなかったらどうなるかを見る"),
    "trial": Words(en="What if some things had not been said", ja="もし一部がなかったら"),
    "restore": Words(en="Put back", ja="元に戻す"),
    "changes": Words(en="What changes", ja="変わるもの"),
    "unchanged": Words(en="No status changes.", ja="どの判定も変わらない。"),
    "rises": Words(en="rises", ja="持ち直す"),
    "falls": Words(en="falls", ja="崩れる"),
    "becomes": Words(en="{from} → {to}", ja="{from} → {to}"),
    "overview-held": Words(
        en="The overview tells the debate as it was held.", ja="概要は、実際の討論のまま示している。"
    ),
    "left-out": Words(en="Left out", ja="外したもの"),
    "as-held": Words(en="As the debate was held", ja="実際の討論では"),
    "walk-at": Words(en="{n} of {all}", ja="{n} / {all}"),
    "folded": Words(
        en="This debate has {n} statements. Open a group to see its map.",
        ja="発言が{n}件あるため、件名ごとに図を開く。",
    ),
}
"""Words that the script writes; `{…}` is filled in."""

INDEX: Mapping[str, Words] = {
    "title": SHELL["home"],
    "debates": Words(en="Debates", ja="討論"),
    "find": Words(en="Search all debates", ja="すべての討論を検索"),
    "hits": Words(en="What was found", ja="検索の結果"),
    "none": Words(en="No debate was found.", ja="討論が見当たらない。"),
    "nothing-stands": Words(en="No claim still stands.", ja="まだ成り立っている主張はない。"),
    "nothing-open": Words(
        en="No question without a full answer was found.", ja="十分な答弁のない質問は見当たらない。"
    ),
    "files": Words(en="Files", ja="ファイル"),
    "how-many": Words(en="Debates: {n}.", ja="討論{n}件。"),
    "claims": Words(en="Claims by the {side}", ja="{side}の主張"),
    "questions": Words(en="Questions", ja="質問"),
    "counts": Words(en="{what}: {n} ({parts}).", ja="{what}{n}件：{parts}。"),
    "no-counts": Words(en="{what}: none.", ja="{what}：なし。"),
    "standing": Words(en="{n} still standing", ja="まだ成り立っている {n}件"),
    "undecided": Words(en="{n} undecided", ja="決着していない {n}件"),
    "fallen": Words(en="{n} fallen", ja="崩れた {n}件"),
    "open": Words(en="{n} without a full answer", ja="十分な答弁が見当たらない {n}件"),
    "closed": Words(en="{n} answered in full", ja="答弁あり {n}件"),
}
"""Words of the page over all debates; `{…}` is filled in."""
