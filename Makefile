# The one door to the project: `make demo` shows it, `make test` proves it.

PREFIX ?= /usr/local
DESTDIR ?=
ZSH_FUNCTIONS ?= $(PREFIX)/share/zsh/site-functions
SWIFT ?= swift

program := .build/release/buyerlint
sources := Package.swift Sources Tests Plugins Benchmarks

# Only Linux has the standard library as a static one.
ifeq ($(shell uname -s),Linux)
static := --static-swift-stdlib
endif

.PHONY: help setup demo build test install install-built dist bench format lint clean

help:
	@echo 'make demo      build and lint Examples/'
	@echo 'make test      run all tests'
	@echo 'make build     build $(program)'
	@echo 'make install   build and install to PREFIX ($(PREFIX)), below DESTDIR where set, with manual page and completions'
	@echo 'make dist      a Debian package and a tar file in dist/'
	@echo 'make bench     measure speed and quality'
	@echo 'make format    format the Swift code'
	@echo 'make lint      check format and house rules'
	@echo 'make clean     remove what was built'

setup:
	@.ci/setup

demo: build
	@.ci/demo $(program) Examples/messages --format concise
	@.ci/demo $(program) Examples/public-responses --channel public_response

build: setup
	$(SWIFT) build -c release $(static) --product buyerlint

test:
	@.ci/setup tests
	@.ci/test-tools
	$(SWIFT) test --disable-xctest

# The manual page and the completions are the program's own words, so that they tell of the one that is installed.
install: build install-built

install-built:
	install -D -m 755 $(program) '$(DESTDIR)$(PREFIX)/bin/buyerlint'
	install -d '$(DESTDIR)$(PREFIX)/share/man/man1' '$(DESTDIR)$(PREFIX)/share/bash-completion/completions' \
	  '$(DESTDIR)$(ZSH_FUNCTIONS)' '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d'
	install -d '$(DESTDIR)$(PREFIX)/share/buyerlint'
	install -m 644 schemas/*.schema.json '$(DESTDIR)$(PREFIX)/share/buyerlint'
	$(program) man > '$(DESTDIR)$(PREFIX)/share/man/man1/buyerlint.1'
	$(program) completions bash > '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/buyerlint'
	$(program) completions zsh > '$(DESTDIR)$(ZSH_FUNCTIONS)/_buyerlint'
	$(program) completions fish > '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/buyerlint.fish'

dist: build
	Packaging/dist $(program)

bench: build
	$(SWIFT) build --product benchmark-inputs
	python3 Benchmarks/run.py $(program) .build/debug/benchmark-inputs

format:
	$(SWIFT) format format --in-place --recursive $(sources)

lint:
	$(SWIFT) format lint --strict --recursive $(sources)
	@.ci/check-sources

clean:
	$(SWIFT) package clean
