namespace Workflows.Host.Http;

/// <summary>Writes a workflow's answer. It is shown by the browser as what it says it is, and may run nothing.</summary>
internal sealed class HttpReplyResult(HttpReply reply) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = reply.StatusCode;
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers[name] = value;
        }

        // Whatever a workflow says: its answer gets no cookie and no script into our origin.
        response.Headers.Remove("Set-Cookie");
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "sandbox";

        if (reply.Content.Length > 0)
        {
            response.ContentType = reply.ContentType;
            response.ContentLength = reply.Content.Length;
            await response.Body.WriteAsync(reply.Content, httpContext.RequestAborted);
        }
    }
}
