"""The review: where does a finished plan contradict itself?"""
