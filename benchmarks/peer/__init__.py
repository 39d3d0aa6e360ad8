"""The same job as ours with cs-demand-model; `job.py` runs in an environment of its own that has nothing of ours."""
