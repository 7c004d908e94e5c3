using System.Net;
using System.Net.Sockets;

namespace Workflows.Host.Http;

/// <summary>Opens connections, but not to addresses that a request has no business with; whatever name points there.</summary>
internal static class HttpConnections
{
    /// <summary>A client whose connections are looked at when they are opened: redirections are, too.</summary>
    /// <param name="allows">Which addresses may be reached.</param>
    /// <param name="largestAnswer">The most that is taken in, in bytes.</param>
    public static HttpClient Create(Func<IPAddress, bool> allows, long largestAnswer) =>
        new(
            new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                MaxAutomaticRedirections = 5,
                ConnectCallback = (context, cancellationToken) => ConnectAsync(context, allows, cancellationToken),
                UseCookies = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = largestAnswer,
        };

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        Func<IPAddress, bool> allows,
        CancellationToken cancellationToken
    )
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!Array.TrueForAll(addresses, address => allows(address)))
        {
            throw new HttpRequestException($"'{context.DnsEndPoint.Host}' is an address that may not be asked.");
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
}
