"""What is timed, against what, in one run: `make bench` writes docs/benchmarks.md."""
