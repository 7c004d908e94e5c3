using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Ways;

/// <summary>The address of a QR code's picture, as the API gives it; a phone that scans it finds the way behind it.</summary>
internal static class QrCodes
{
    private const string Folder = "/qr/";

    public static string Of(Company company, string configId) => company.Address + Folder + configId;

    /// <summary>The way's id, from the picture's address or from the id itself.</summary>
    public static string ConfigId(string scanned)
    {
        var at = scanned.LastIndexOf(Folder, StringComparison.Ordinal);
        return at < 0 ? scanned : scanned[(at + Folder.Length)..];
    }
}
