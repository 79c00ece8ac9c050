# What there is to do here, in short words. Each target is a script in .make/.
.DEFAULT_GOAL := help
.PHONY: run test bench build watch lint fmt setup help

run:    ## Build Concord and serve it with events to look at
	@exec .make/run

test:   ## Run every check and test, as before each change is taken
	@exec .make/test

bench:  ## Measure requests per second and response times
	@exec .make/bench

build:  ## Build the release into target/concord/
	@.make/setup run
	@exec .make/build

watch:  ## Serve a debug build that follows every change
	@exec .make/watch

lint:   ## Check formatting, house rules, crate arrows and clippy
	@exec .make/lint

fmt:    ## Format the Rust code
	@cargo fmt --all

setup:  ## Install everything that building and testing need
	@exec .make/setup test

help:   ## List these targets
	@awk -F ':|##' '/^[a-z]+:.*##/ { printf "make %-7s%s\n", $$1, $$3 }' $(MAKEFILE_LIST)
