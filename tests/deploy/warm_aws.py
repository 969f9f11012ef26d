#!/usr/bin/env python3
"""The aws command, version 1, without its second of start-up: the same code, loaded once, which makes one call after the other.

    warm_aws.py serve SOCKET     loads the command and waits for calls, until it is killed
    warm_aws.py SOCKET ARGUMENT…   makes a call: same arguments, environment, folder, files and exit code as aws itself

Each call has a session of its own, which reads the configuration and the environment anew. Only what the command knows of AWS's
services, thousands of files of its own, is kept from call to call.
"""
import array
import json
import os
import socket
import sys


def serve(path):
    main = load()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path + ".new")
    listener.listen(16)
    os.rename(path + ".new", path)
    while True:
        connection, _ = listener.accept()
        try:
            code = answer(connection, main)
        except OSError:
            continue  # the caller has ended
        finally:
            leave_files()
        try:
            connection.sendall(b"%d\n" % code)
        except OSError:
            pass
        connection.close()


def load():
    import functools
    import botocore.hooks
    import botocore.loaders
    import awscli.clidriver
    import awscli.customizations.cloudformation.deploy  # modules that the calls need after the start
    import awscli.customizations.s3.s3
    hooks, loader = botocore.hooks, botocore.loaders.Loader
    hooks.accepts_kwargs = functools.cache(hooks.accepts_kwargs)
    read, make = {}, loader.__init__

    def share(self, *arguments, **options):
        make(self, *arguments, **options)
        self._cache = read

    loader.__init__ = share
    return awscli.clidriver.main


def answer(connection, main):
    files = array.array("i")
    head, ancillary, _, _ = connection.recvmsg(1 << 20, socket.CMSG_SPACE(3 * files.itemsize))
    files.frombytes(ancillary[0][2])
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    while not head.endswith(b"\n"):
        head += connection.recv(1 << 20)
    call = json.loads(head)
    os.chdir(call["folder"])
    data = os.environ["AWS_DATA_PATH"]  # set by the command when it was loaded
    os.environ.clear()
    os.environ.update(call["environment"], AWS_DATA_PATH=data)
    sys.argv = ["aws", *call["arguments"]]
    sys.stdin, sys.stdout, sys.stderr = (open(number, mode, closefd=False) for number, mode in enumerate("rww"))
    code = 1
    try:
        code = main()
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else int(e.code is not None)
    except BaseException as e:  # pylint: disable=broad-except
        print(e, file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    return code or 0


# Readers of the call's output wait for the end of the file.
def leave_files():
    sys.stdin = sys.stdout = sys.stderr = None
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nothing, number)
    os.close(nothing)
    os.chdir("/")


def call(path, arguments):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(path)
    message = json.dumps({"arguments": arguments, "environment": dict(os.environ), "folder": os.getcwd()}).encode() + b"\n"
    sent = connection.sendmsg([message], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [0, 1, 2]))])
    connection.sendall(message[sent:])
    return int(connection.recv(16) or b"255")


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve(sys.argv[2])
    sys.exit(call(sys.argv[1], sys.argv[2:]))
