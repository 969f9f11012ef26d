"""Asks a server for each of its errors with OpenAI's library for Python: errors.py ADDRESS COUNT. Prints what is raised."""
import sys
import time

import openai

address, count = sys.argv[1], int(sys.argv[2])
for index in range(count):
    client = openai.OpenAI(base_url=f"{address}/{index}/v1", api_key="any", max_retries=1)
    began = time.monotonic()
    try:
        client.chat.completions.create(model="doctor", messages=[{"role": "user", "content": "Men are all alike."}])
        print("nothing")
    except openai.APIStatusError as error:
        # The library waits at least half a second before it tries again.
        again = ", sent again" if time.monotonic() - began > 0.3 else ""
        print(f"`{type(error).__name__}`{again}")
