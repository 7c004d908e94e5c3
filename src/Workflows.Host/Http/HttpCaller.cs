using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
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
    private readonly IInstanceStore _store;
    private readonly WorkSignal _signal;
    private readonly TimeProvider _time;

    public HttpCaller(IInstanceStore store, WorkSignal signal, TimeProvider time)
    {
        _store = store;
        _signal = signal;
        _time = time;
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxAutomaticRedirections = 5,
                ConnectCallback = ConnectAsync,
                UseCookies = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    public void Enqueue(int tenant, Guid subject, HttpCall call) => _calls.Writer.TryWrite((tenant, subject, call));

    /// <summary>Sends what is asked for until it is told to stop.</summary>
    public Task RunAsync(CancellationToken stopping) =>
        Parallel.ForEachAsync(
            _calls.Reader.ReadAllAsync(stopping),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stopping },
            async (one, cancellationToken) => await SendAsync(one.Tenant, one.Subject, one.Call, cancellationToken)
        );

    public void Dispose() => _client.Dispose();

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
            using var response = await _client.SendAsync(request, patience.Token);
            return await HttpAnswer.ReadAsync(response, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HttpAnswer.Failed(HttpAnswer.Timeout, $"No answer within {Patience.TotalSeconds} s.");
        }
        catch (Exception failure) when (failure is HttpRequestException or FormatException or NotSupportedException)
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

    /// <summary>Addresses of the machine's own network service (cloud metadata) are nobody's business; a name may point there, too.</summary>
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (Array.Exists(addresses, IsLinkLocal))
        {
            throw new HttpRequestException(
                $"'{context.DnsEndPoint.Host}' is an address of this machine's network service."
            );
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsLinkLocal(IPAddress address)
    {
        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return address.IsIPv6LinkLocal || bytes is [169, 254, _, _];
    }
}
