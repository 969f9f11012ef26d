// The smallest function for Lambda: one keep-alive socket, a fixed reply, and as little parsing as possible.
// The other programs are compared with this one.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static char answer[1 << 16];

// Reads one HTTP answer with a Content-Length, and returns the end of its head.
static char *receive(int api) {
    size_t filled = 0;
    for (;;) {
        ssize_t received = read(api, answer + filled, sizeof answer - 1 - filled);
        if (received <= 0)
            exit(1);
        answer[filled += received] = 0;
        char *end = strstr(answer, "\r\n\r\n");
        if (!end)
            continue;
        char *length = strcasestr(answer, "Content-Length:");
        if (filled >= (size_t)(end + 4 - answer) + (length ? strtoul(length + 15, 0, 10) : 0))
            return end;
    }
}

int main(void) {
    char host[64], request[1024];
    strncpy(host, getenv("AWS_LAMBDA_RUNTIME_API"), sizeof host - 1);
    char *colon = strchr(host, ':');
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(colon + 1))};
    *colon = 0;
    inet_pton(AF_INET, host, &address.sin_addr);
    int api = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    if (connect(api, (struct sockaddr *)&address, sizeof address) != 0)
        return 1;
    setsockopt(api, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);

    const char *body = "{\"statusCode\":200,\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{\\\"reply\\\":\\\"Please go on.\\\"}\"}";
    for (;;) {
        int length = snprintf(request, sizeof request, "GET /2018-06-01/runtime/invocation/next HTTP/1.1\r\nHost: %s\r\n\r\n", host);
        if (write(api, request, length) != length)
            return 1;
        receive(api);
        char *id = strcasestr(answer, "Lambda-Runtime-Aws-Request-Id:") + 30;
        id += strspn(id, " ");
        length = snprintf(request, sizeof request,
            "POST /2018-06-01/runtime/invocation/%.*s/response HTTP/1.1\r\nHost: %s\r\nContent-Length: %zu\r\n\r\n%s",
            (int)strcspn(id, "\r"), id, host, strlen(body), body);
        if (write(api, request, length) != length)
            return 1;
        receive(api);
    }
}
