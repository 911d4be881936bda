"""Sentences of made-up towns in which a scheme is suggested, those in which it must not be, and what takes questions up."""

from __future__ import annotations

SUGGESTED: dict[str, tuple[str, str]] = {
    "sunk-costs": (
        "これまで3億円を投じてきた駅前の整備は、やり遂げる",
        "So far we have spent three million on the hall, so we go on",
    ),
    "slippery-slope": ("一つの店に認めれば、歯止めがきかなくなる", "To allow one stall is a slippery slope"),
    "ignorance": (
        "新しいごみ袋について、苦情は受けていない",
        "No complaints about the bags have been received",
    ),
    "technology-makes-it-safe": (
        "監視カメラによって、駐輪場の盗難は防いでいる",
        "The new software prevents mistakes at the counter",
    ),
    "correlation-to-cause": (
        "循環バスの導入後、商店街の客が増えた",
        "Since the bus was introduced, sales have risen",
    ),
    "expert-opinion": (
        "橋は安全だと専門家が述べている",
        "Experts say the bridge will last for fifty years",
    ),
    "position-to-know": (
        "現場の職員から、混乱はなかったとの報告を受けている",
        "Teachers tell us that the lunches are eaten up",
    ),
    "precedent": ("前例に従い、祭りの日の通行を止める", "Following the precedent, the street is closed"),
    "established-rule": (
        "条例に基づき、夜の使用を認めていない",
        "The ordinance requires a fence around the pond",
    ),
    "commitment": (
        "図書館の移転は、総合計画に掲げている",
        "As promised, the pool stays open in winter",
    ),
    "popular-opinion": (
        "多くの町民が橋の架け替えを望んでいる",
        "Most residents support the new road",
    ),
    "popular-practice": (
        "全国で小学校の統合が進んでいる",
        "Many towns have introduced such a fee",
    ),
    "analogy": ("水道と同じように、ごみも量で料金を決める", "Just as water is metered, waste should be"),
    "example": (
        "例えば南浜町では、朝市が若い店主を呼び込んだ",
        "For example, one village doubled its visitors",
    ),
    "sign": (
        "申し込みの多さは、期待の表れである",
        "The long queue is a clear sign of trust in the clinic",
    ),
    "negative-consequences": (
        "窓口を減らせば、受付に支障が生じる",
        "A second vote would cause confusion in the schools",
    ),
    "positive-consequences": (
        "窓口を一つにすると、待ち時間が短くなる",
        "The new desk will reduce waiting",
    ),
    "cause-to-effect": (
        "橋の老朽化が渋滞の原因である",
        "The flood was caused by the blocked drain",
    ),
    "means-to-end": (
        "通学路の事故を防ぐために、柵を設ける",
        "A fence is built in order to keep pupils off the road",
    ),
    "values": (
        "一部の地区だけの減免は、公平性に反する",
        "The charge violates the rights of the tenants",
    ),
}
"""By scheme: a claim in each language from whose words it is suggested."""

NOT_SUGGESTED: dict[str, tuple[str, str]] = {
    "sunk-costs": ("これまで広報紙で知らせてきた", "We have already published the plan"),
    "slippery-slope": ("人口の減少に歯止めをかける", "The slope behind the school is steep"),
    "ignorance": ("問題を受けて、手順を改めた", "Every complaint was answered"),
    "technology-makes-it-safe": (
        "システムで守れるかどうかは検討していない",
        "It is not clear whether the software is safe",
    ),
    "correlation-to-cause": ("町民とともに花を増やしていく", "After the vote the plan will be printed"),
    "expert-opinion": ("専門家の意見を聴いてから決める", "An expert will visit the school"),
    "position-to-know": ("現場の職員を二人増やした", "The staff were moved to the new office"),
    "precedent": ("前例のない規模の工事になる", "The fire had no equal in size"),
    "established-rule": ("条例を定めるべきかを調べている", "An ordinance is being drafted"),
    "commitment": ("来年度に計画を立てる", "A new strategy is being written"),
    "popular-opinion": ("町民の理解を深める講座を開いた", "The residents were informed by letter"),
    "popular-practice": ("争いのない世界に向け、啓発を実施している", "The letter went to other towns"),
    "analogy": ("例年と同様に、夏に開いた", "The two rooms are just big enough"),
    "example": ("例えば商店の人には、大きな関心事だ", "An example was set by the fire brigade"),
    "sign": ("国が対策を示している", "A sign was put up at the gate"),
    "negative-consequences": ("支障が生じないように備えた", "Harm was avoided by the early start"),
    "positive-consequences": ("負担の軽減を求める声を聞いた", "The benefit concert was held in May"),
    "cause-to-effect": ("橋が揺れた原因は不明である", "The club collects for a good cause"),
    "means-to-end": ("費用がかかるために見送った", "The meeting was called to order"),
    "values": ("人権フェスティバルを文化会館で開いた", "The office of human rights moved"),
}
"""By scheme: a claim in each language with like words in another sense, from which it must not be suggested."""

TAKES_UP: dict[str, dict[str, tuple[str, ...]]] = {
    "sunk-costs": {
        "remaining": ("今後の維持費のほうが大きい", "The running costs are higher"),
        "stop": ("中止した場合のほうが安い", "It is cheaper if it were stopped"),
        "other-use": ("ほかの事業に回せば効果が上がる", "It would be better spent elsewhere"),
        "limit": ("見直しの基準が決まっていない", "There are no exit criteria"),
    },
    "slippery-slope": {
        "cases": ("隣町では広がらなかった", "It never spread in the next town"),
        "stop": ("期限を区切れば足りる", "A sunset clause would do"),
    },
    "ignorance": {
        "search": ("誰にも尋ねていない", "Nobody looked for any"),
        "known-or-none": ("把握していないだけだ", "They are merely unknown"),
        "channel": ("届け出る窓口が知られていない", "People are afraid to report"),
    },
    "technology-makes-it-safe": {
        "limits": ("情報漏れは技術だけでは防ぎきれない", "It can be bypassed; it does not protect"),
        "people": ("漏れた原因の多くは職員の過失だ", "Most leaks were human error"),
        "tested": ("外部の検査を受けていない", "It was never audited: an untested system"),
        "failure": ("漏れた人への補償がない", "Nobody will compensate the victims"),
        "new-threats": ("新手の攻撃には弱い", "New attacks appear every month"),
    },
    "correlation-to-cause": {
        "other-causes": ("景気がよくなったからだ", "There were other causes"),
        "comparison": ("導入しなかった地域でも増えた", "It rose where it was not introduced"),
        "before": ("客は以前から増えていた", "They were already rising"),
        "direction": ("原因と結果が逆だ", "This is reverse causation"),
    },
    "expert-opinion": {
        "who": ("誰の見解か示されていない", "An unnamed expert says so"),
        "others": ("多くの学会は反対している", "Most doctors disagree"),
        "field": ("その人の専門ではない", "It is outside his field"),
        "interest": ("業者から報酬を受けている", "The professor is paid by the firm"),
    },
    "position-to-know": {
        "access": ("又聞きにすぎない", "That is hearsay"),
        "others": ("不満の声も多い", "Many parents say the opposite"),
        "candour": ("上司の前では本音を言えない", "They were afraid to speak"),
    },
    "precedent": {
        "differences": ("前例とは事情が違う", "It differs from that precedent"),
        "other-cases": ("例外を認めた年もある", "There are contrary rulings"),
        "since": ("その後に法律が改正された", "The law has been amended"),
    },
    "established-rule": {
        "provision": ("根拠が示されていない", "There is no legal basis"),
        "discretion": ("条例は例外を認めている", "The rule leaves discretion"),
        "applies": ("この催しは対象ではない", "The rule does not apply"),
        "change": ("条例そのものを改めればよい", "One can change the rule"),
    },
    "commitment": {
        "progress": ("計画は少しも進んでいない", "It was never carried out"),
        "still": ("当時とは前提が変わった", "Circumstances have changed"),
    },
    "popular-opinion": {
        "survey": ("回答率が低すぎる", "The response rate was low"),
        "minority": ("少数者が取り残される", "It ignores the minority"),
        "informed": ("費用を知らされていない", "People were not told the price"),
        "right": ("多数だから正しいとは言えない", "What the majority does may be wrong"),
    },
    "popular-practice": {
        "abandoned": ("三つの市はすでに撤退した", "Three cities have withdrawn"),
        "results": ("先行した町では混乱が起きた", "It caused problems elsewhere"),
        "conditions": ("町とは人口が違う", "Those cities are not comparable"),
        "share": ("始めたのは一部の自治体だけだ", "Only a few do it"),
        "reason": ("本市では必要がない", "It is not needed here"),
    },
    "analogy": {
        "differences": ("水道と同列には論じられない", "Waste is unlike water"),
        "counter-case": ("ガスではうまくいかなかった", "Gas turned out differently"),
    },
    "example": {
        "typical": ("ごく少数の例だ", "That is an isolated case"),
        "counter-cases": ("失敗した例のほうが多い", "There is a counter-example"),
        "special": ("特別な事情があった", "There were special circumstances"),
    },
    "sign": {
        "other-explanations": ("ほかの理由で並んだ人が多い", "There is another explanation"),
        "contrary": ("反対の結果も出ている", "A contrary sign was left out"),
    },
    "negative-consequences": {
        "avoidable": ("準備をすれば防げる", "It can be avoided"),
        "cases": ("隣町では一度も起きていない", "That did not happen next door"),
        "not-doing": ("先送りの害のほうが大きい", "Doing nothing is worse"),
        "likelihood": ("そうなるとは限らない", "That is unlikely"),
    },
    "positive-consequences": {
        "burdened": ("かえって窓口の手間が増える", "It means more work for the clerks"),
        "attribution": ("始めなくても同じだった、しなくても済む", "They would come anyway"),
        "reach": ("使えない高齢者が多い", "The old are left behind"),
        "shortfall": ("数値の目標がない", "There is no target"),
        "cheaper": ("ほかの方法のほうが安い", "There is a cheaper one"),
    },
    "cause-to-effect": {
        "other-causes": ("ほかの原因がある", "There are other factors"),
        "exceptions": ("そうならなかった所もある", "It did not follow in the next town"),
        "removal": ("原因を取り除いても変わらない", "Removing the cause did nothing"),
    },
    "means-to-end": {
        "effect": ("柵では事故を防げない", "A fence does not prevent it"),
        "alternatives": ("ほかの方法がある", "There is another way"),
        "side-effects": ("かえって道が狭くなる", "It has side effects"),
        "sufficient": ("柵だけでは足りない", "A fence is not enough"),
        "cost": ("費用が大きい", "It is too expensive"),
        "review": ("達成の指標がない", "There is no indicator"),
        "conflict": ("通行の自由を損なう", "It conflicts with free passage"),
    },
    "values": {
        "conflict": ("別の権利とぶつかる", "It must be balanced against others"),
        "consistent": ("町の補助金と矛盾している", "That is a double standard"),
        "practice": ("理念だけで終わっている", "It is lip service"),
        "measured": ("件数を把握していない", "Nobody counts them"),
    },
}
"""By scheme and critical question: a rebuttal in each language that takes the question up."""

TAKES_NOTHING_UP = (
    "町長の説明は分かりにくい",
    "その話は三月の議会でも聞いた",
    "予算書は五月に配られた",
    "体育館の屋根は青い",
    "That was said in the last session, too",
    "The report was printed in May",
)
"""Remarks that are about no critical question at all."""
