using QRCoder;
using Workflows.Marketing.Channels.WeCom.Ways;

namespace Workflows.Host.WeCom;

/// <summary>The pictures of QR codes: WeCom's own for staff and groups, made here for links.</summary>
internal sealed class WayPictures : IDisposable
{
    private const int Dot = 8;
    private const int MostBytes = 2 * 1024 * 1024;

    private readonly HttpClient _client = new(
        new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }
    )
    {
        Timeout = TimeSpan.FromSeconds(10),
        MaxResponseContentBufferSize = MostBytes,
    };

    /// <returns>The picture and its media type; null where WeCom does not give it.</returns>
    public async Task<(byte[] Bytes, string Type)?> ReadAsync(Way way, CancellationToken cancellationToken)
    {
        if (way.Spec.Kind == WayKind.Link)
        {
            return (System.Text.Encoding.UTF8.GetBytes(Draw(way.Address!)), "image/svg+xml");
        }

        try
        {
            using var response = await _client.GetAsync(new Uri(way.Address!), cancellationToken);
            var type = response.Content.Headers.ContentType?.MediaType;
            return response.IsSuccessStatusCode && type?.StartsWith("image/", StringComparison.Ordinal) == true
                ? (await response.Content.ReadAsByteArrayAsync(cancellationToken), type)
                : null;
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Draw(string link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(Dot);
    }
}
