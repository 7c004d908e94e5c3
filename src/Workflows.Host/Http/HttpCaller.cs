using System.Text;
using System.Threading.Channels;
using Workflows.Host.Composition;
using Workflows.Runtime.Durability;
using Workflows.Runtime.Execution;

namespace Workflows.Host.Http;

/// <summary>Sends the requests that activities ask for and reports the answers to their instances, some at once.</summary>
internal sealed class HttpCaller : IDisposable
{
    /// <summary>How long a request may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int AtOnce = 32;
    private const int LargestAnswer = 8 * 1024 * 1024;

    private readonly Channel<(int Tenant, Guid Subject, HttpCall Call)> _calls = Channel.CreateUnbounded<(
        int,
        Guid,
        HttpCall
    )>();

    private readonly HttpClient _client;
    private readonly HttpClient _downloads;
    private readonly IInstanceStore _store;
    private readonly WorkSignal _signal;
    private readonly TimeProvider _time;

    public HttpCaller(IInstanceStore store, WorkSignal signal, TimeProvider time, HostSettings settings)
    {
        _store = store;
        _signal = signal;
        _time = time;
        _client = HttpConnections.Create(address => !PublicAddress.IsLinkLocal(address), LargestAnswer);
        _downloads = HttpConnections.Create(
            settings.PrivateDownloads ? address => !PublicAddress.IsLinkLocal(address) : PublicAddress.Is,
            LargestAnswer
        );
    }

    public void Enqueue(int tenant, Guid subject, HttpCall call) => _calls.Writer.TryWrite((tenant, subject, call));

    /// <summary>Sends what is asked for until it is told to stop.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Parallel.ForEachAsync(
            _calls.Reader.ReadAllAsync(stopping),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (one, cancellationToken) => await SendAsync(one.Tenant, one.Subject, one.Call, cancellationToken)
        );

    public void Dispose()
    {
        _client.Dispose();
        _downloads.Dispose();
    }

    private async Task SendAsync(int tenant, Guid subject, HttpCall call, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(call, cancellationToken);
        WorkItem[] report =
        [
            new WorkItem
            {
                Tenant = tenant,
                Subject = subject,
                Kind = WorkKind.Resume,
                DueAt = _time.GetUtcNow(),
                InstanceId = call.InstanceId,
                BookmarkId = call.BookmarkId,
                Payload = new ResumeWork(new ResumeOptions { StimulusPayload = answer.ToPayload() }),
            },
        ];
        await _store.EnqueueAsync(report, cancellationToken);
        _signal.Raise(report);
    }

    private async Task<HttpAnswer> AskAsync(HttpCall call, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var request = RequestOf(call);
            if (call.LargestFile is { } largest)
            {
                const HttpCompletionOption Headers = HttpCompletionOption.ResponseHeadersRead;
                using var download = await _downloads.SendAsync(request, Headers, patience.Token);
                return await HttpAnswer.ReadFileAsync(download, largest, patience.Token);
            }

            using var response = await _client.SendAsync(request, patience.Token);
            return await HttpAnswer.ReadAsync(response, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HttpAnswer.Failed(HttpAnswer.Timeout, $"No answer within {Patience.TotalSeconds} s.");
        }
        catch (Exception failure)
            when (failure is HttpRequestException or FormatException or NotSupportedException or IOException)
        {
            return HttpAnswer.Failed(HttpAnswer.NotConnected, failure.Message);
        }
    }

    private static HttpRequestMessage RequestOf(HttpCall call)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Method), call.Url);
        if (call.Content is { } content)
        {
            request.Content = new StringContent(content, Encoding.UTF8, call.ContentType ?? "application/json");
        }

        foreach (var (name, value) in call.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        request.Headers.TryAddWithoutValidation("Idempotency-Key", call.Key);
        return request;
    }
}
