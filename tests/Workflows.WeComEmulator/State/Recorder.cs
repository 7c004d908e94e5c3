using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Extensions;
using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.State;

/// <summary>
/// Writes down whatever changes the company, one request after the other, and asks it all again when the emulator starts anew. Until that is done
/// nobody else is let in.
/// </summary>
internal sealed class Recorder(StateFile file, Company company) : IDisposable
{
    private const string ReplayHeader = "X-Emulator-Replay";

    private readonly string _secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly TaskCompletionSource _rebuilt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The middleware.</summary>
    public async Task HandleAsync(HttpContext http, RequestDelegate next)
    {
        if (string.Equals(http.Request.Headers[ReplayHeader], _secret, StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        await _rebuilt.Task.WaitAsync(http.RequestAborted);
        if (!Changes(http.Request))
        {
            await next(http);
            return;
        }

        // One at a time: ids and chance depend on the order.
        await _turn.WaitAsync(http.RequestAborted);
        try
        {
            var recorded = await ReadAsync(http.Request);
            file.Add(recorded);
            if (!http.Request.Path.StartsWithSegments("/_emu/clock", StringComparison.Ordinal))
            {
                company.Clock.HoldAt(recorded.At);
            }

            await next(http);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Asks again what was asked before; the clock then goes on: from now, or from the last that happened where that is later.</summary>
    /// <param name="address">Where the emulator listens.</param>
    /// <param name="runs">Whether the clock runs with the machine's, or stands until it is moved.</param>
    public async Task RebuildAsync(Uri address, bool runs)
    {
        company.Callbacks.IsRebuilding = true;
        using var client = new HttpClient { BaseAddress = address };
        client.DefaultRequestHeaders.Add(ReplayHeader, _secret);
        foreach (var recorded in file.Requests)
        {
            company.Do(() => company.Agenda.MoveTo(recorded.At));
            await AskAsync(client, recorded);
        }

        company.Do(() => Wake(runs));
        company.Callbacks.IsRebuilding = false;
        _rebuilt.SetResult();
    }

    // What came due while nobody looked happens now, each at its own time.
    private void Wake(bool runs)
    {
        var (there, here) = (company.Clock.GetUtcNow(), TimeProvider.System.GetUtcNow());
        if (runs)
        {
            company.Agenda.MoveTo(there > here ? there : here);
            company.Clock.Run();
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        file.Dispose();
    }

    // Opening a link and trying a callback reach out of the emulator and change nothing in it.
    private static bool Changes(HttpRequest request) =>
        request.Path.StartsWithSegments("/cgi-bin", StringComparison.Ordinal)
        || (
            !HttpMethods.IsGet(request.Method)
            && !request.Path.Value!.EndsWith("/click", StringComparison.Ordinal)
            && !request.Path.StartsWithSegments("/_emu/callback", StringComparison.Ordinal)
        );

    private async Task<RecordedRequest> ReadAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return new RecordedRequest(
            company.Clock.GetUtcNow(),
            request.Method,
            request.GetEncodedPathAndQuery(),
            request.ContentType,
            request.Headers.Authorization,
            body.ToArray()
        );
    }

    private static async Task AskAsync(HttpClient client, RecordedRequest recorded)
    {
        using var request = new HttpRequestMessage(new HttpMethod(recorded.Method), recorded.Path);
        if (recorded.Authorization is { } who)
        {
            request.Headers.TryAddWithoutValidation("Authorization", who);
        }

        if (recorded.Body.Length > 0 || recorded.Type is not null)
        {
            request.Content = new ByteArrayContent(recorded.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", recorded.Type);
        }

        try
        {
            using var answer = await client.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            // A fault cut this connection then, and cuts it now.
        }
    }
}
