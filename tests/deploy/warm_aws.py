#!/usr/bin/env python3
"""The aws command, version 1, without its second of start-up: the same code, loaded once and forked for each call.

    warm_aws.py serve SOCKET     loads the command and waits for calls, until it is killed
    warm_aws.py SOCKET ARGUMENT…   makes a call: same arguments, environment, folder, files and exit code as aws itself
"""
import array
import json
import os
import socket
import sys


def serve(path):
    import signal
    import botocore.session
    import awscli.clidriver
    import awscli.customizations.cloudformation.deploy  # what the calls need beyond the start-up
    import awscli.customizations.s3.s3
    warmed = awscli.clidriver.create_clidriver()
    for service in ("cloudformation", "s3", "secretsmanager", "sts"):
        warmed.session.get_service_model(service)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # no zombies
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path + ".new")
    listener.listen(16)
    os.rename(path + ".new", path)
    while True:
        connection, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            answer(connection, awscli.clidriver.main)
        connection.close()


def answer(connection, main):
    files = array.array("i")
    head, ancillary, _, _ = connection.recvmsg(1 << 20, socket.CMSG_SPACE(3 * files.itemsize))
    while not head.endswith(b"\n"):
        head += connection.recv(1 << 20)
    files.frombytes(ancillary[0][2])
    for number, file in enumerate(files):
        os.dup2(file, number)
    call = json.loads(head)
    os.chdir(call["folder"])
    data = os.environ["AWS_DATA_PATH"]  # set by the command when it was loaded
    os.environ.clear()
    os.environ.update(call["environment"], AWS_DATA_PATH=data)
    sys.argv = ["aws", *call["arguments"]]
    code = 1
    try:
        code = main()
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else int(e.code is not None)
    except BaseException as e:  # pylint: disable=broad-except
        print(e, file=sys.stderr)
    sys.stdout.flush()
    sys.stderr.flush()
    connection.sendall(b"%d\n" % (code or 0))
    os._exit(0)


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
