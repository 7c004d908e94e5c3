using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.WeComEmulator.Corp;
using Workflows.WeComEmulator.Faults;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Calls;

/// <summary>Takes a call of the API: faults first, then the token, the rate, the body, and the act itself.</summary>
internal sealed class CallReception(Company company)
{
    private const int LongestBody = 24 * 1024 * 1024;
    private const string TokenPath = "/cgi-bin/gettoken";
    private const string WeChatTokenPath = "/cgi-bin/token";
    private const string RobotPath = "/cgi-bin/webhook/";

    public async Task ReceiveAsync(HttpContext http, ApiMethod method)
    {
        var fault = company.Do(() => company.Faults.Draw(method.Path, company.Clock.GetUtcNow()));
        if (fault?.LatencyMs is > 0 and var latency)
        {
            await Task.Delay(latency, http.RequestAborted);
        }

        var (text, file) = await ReadAsync(http.Request);
        if (fault is { HasEffect: true, AfterProcessing: false })
        {
            await FaultAsync(http, fault);
            return;
        }

        var answer = company.Do(() => Answered(http.Request, method, text, file));
        if (fault is { AfterProcessing: true })
        {
            await FaultAsync(http, fault);
            return;
        }

        await WriteAsync(http, answer);
    }

    private JsonObject Answered(HttpRequest request, ApiMethod method, string text, Upload? file)
    {
        company.Calls.Add(method.Path);
        try
        {
            return Act(request, method, text, file);
        }
        catch (RefusedException refused)
        {
            if (refused.Breach is { } breach)
            {
                company.Violations.Add(breach, method.Path, refused.Detail);
            }

            return Answer.Error(refused.Code, company.Ids.Hint());
        }
    }

    private JsonObject Act(HttpRequest request, ApiMethod method, string text, Upload? file)
    {
        Dictionary<string, string> query = new(
            request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString())),
            StringComparer.Ordinal
        );
        var app = Caller(method.Path, query);
        if (!HttpMethods.Equals(request.Method, method.Verb))
        {
            var code = HttpMethods.IsGet(method.Verb) ? ErrorCodes.NeedsGet : ErrorCodes.NeedsPost;
            throw new RefusedException(code, Breaches.Verb, $"{request.Method} instead of {method.Verb}");
        }

        company.Rates.Count(method.Path, company.Clock.GetUtcNow());
        var body = HttpMethods.IsPost(method.Verb) && file is null ? Parse(text) : CallBody.Empty;
        return method.Act(new Call(company, app, body, query) { File = file });
    }

    private CorpApp Caller(string path, Dictionary<string, string> query) =>
        path is TokenPath or WeChatTokenPath || path.StartsWith(RobotPath, StringComparison.Ordinal)
            ? CorpApp.Nobody
            : company.Tokens.Owner(query.GetValueOrDefault("access_token"), company.Clock.GetUtcNow());

    private static CallBody Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new CallBody(document.RootElement.Clone())
                : throw new RefusedException(ErrorCodes.BadJson, Breaches.Json, "The body is no JSON object.");
        }
        catch (JsonException)
        {
            throw new RefusedException(ErrorCodes.BadJson, Breaches.Json, "The body is no JSON.");
        }
    }

    private static async Task<(string Text, Upload? File)> ReadAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || request.ContentLength > LongestBody)
        {
            return (string.Empty, null);
        }

        // A body of JSON is taken whatever it calls itself, as the platform does.
        if (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is true)
        {
            return (string.Empty, await Upload.ReadAsync(request));
        }

        using var reader = new StreamReader(request.Body);
        return (await reader.ReadToEndAsync(), null);
    }

    private async Task FaultAsync(HttpContext http, Fault fault)
    {
        if (fault.Http is { } status)
        {
            http.Response.StatusCode = status;
            await http.Response.WriteAsync("<html><body>Bad Gateway</body></html>");
        }
        else if (fault.ErrCode is { } code)
        {
            company.Do(() => company.Tokens.Doubt(code, http.Request.Query["access_token"]));
            await WriteAsync(http, Answer.Error(code, company.Do(company.Ids.Hint)));
        }
        else
        {
            http.Abort();
        }
    }

    private static Task WriteAsync(HttpContext http, JsonObject answer)
    {
        http.Response.ContentType = "application/json; charset=UTF-8";
        return http.Response.WriteAsync(answer.ToJsonString(Answer.Format));
    }
}
