# make              build and run the fast tests (under a minute)
# make check        everything that the continuous integration runs; ./test installs what that needs and calls it
# The rest is what its name says. Stages of the check alone: scripts/check STAGE...

DATA ?= data

.PHONY: fast check format tidy asan tsan fuzz bench web run demo clean

fast:
	@scripts/build dev all
	@ctest --preset dev -LE slow -j "$$(nproc)"

check:
	@scripts/check

format:
	@find src test* \( -name '*.cpp' -o -name '*.h' \) -exec clang-format-14 -i {} +
	@test ! -d web/node_modules || (cd web && npm run --silent format)

tidy:
	@scripts/check build tidy

asan tsan:
	@scripts/check $@ $@-wide

fuzz:
	@scripts/check $@

bench:
	@scripts/bench

web:
	@scripts/build page

run:
	@./run --data "$(DATA)"

demo:
	@./run --build-only
	@build/release/paceline demo --data "$(DATA)"

clean:
	rm -rf build
