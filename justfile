# Daily shortcuts; `just` is in PyPI as rust-just.

# every check of the gate, in the present environment
check:
    bash .ci/check

# only the tests
test *ARGS:
    PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 python -m pytest {{ARGS}}

# mend what can be mended by itself, and make the generated parts anew
fix:
    ruff format .
    ruff check --fix .
    python bench/plots.py
    cog -I . -r README.md README.ja.md docs/*.md
    for name in debate accept check diff questions rules status why flip page index draft import export; do python -m argmap schema $name > schema/$name.schema.json; done
    for name in page index; do npm run --silent --prefix .ci types $name > argmap/report/html/script/$name-data.d.ts; done
    .ci/node_modules/.bin/biome check --write --config-path=.ci argmap/report/html
    python -m argmap build claims --output output

# the tools for the scripts of the pages
tools:
    npm ci --prefix .ci

# the lock files anew
lock:
    uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --upgrade \
      --no-header --no-annotate --no-emit-index-url --no-emit-find-links -o requirements.lock
    npm update --prefix .ci --package-lock-only
