namespace Workflows.Marketing.Channels.Http;

/// <summary>How channels speak HTTP.</summary>
internal static class ChannelClient
{
    /// <summary>A client that follows nobody elsewhere, keeps no cookies and has no time-out of its own.</summary>
    /// <param name="largestAnswer">The most bytes of an answer that are read.</param>
    public static HttpClient Create(long largestAnswer)
    {
        var sockets = new SocketsHttpHandler
        {
            // A redirected POST may lose its body or reach somebody else.
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        return new HttpClient(sockets)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = largestAnswer,
        };
    }

    /// <summary>Whether the request surely did not reach the other side.</summary>
    public static bool NeverLeft(HttpRequestException failed) =>
        failed.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
}
