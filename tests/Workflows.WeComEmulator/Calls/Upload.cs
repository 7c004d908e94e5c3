namespace Workflows.WeComEmulator.Calls;

/// <summary>The file of a multipart request.</summary>
internal sealed record Upload(string FileName, string ContentType, byte[] Bytes)
{
    public static async Task<Upload> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (form.Files.Count == 0)
        {
            return new Upload(string.Empty, string.Empty, []);
        }

        var file = form.Files[0];
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return new Upload(file.FileName, file.ContentType ?? string.Empty, bytes.ToArray());
    }
}
