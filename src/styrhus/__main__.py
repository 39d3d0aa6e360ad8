"""Run the command line with `python -m styrhus`."""

from styrhus.cli import main

if __name__ == "__main__":
    main()
