using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Studio;
using Workflows.Host.Tests.Api;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Studio;

public sealed class StudioFilesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("_framework/dotnet.js", "text/javascript", "no-cache")]
    [InlineData("_framework/blazor.webassembly.js?v=3.8.2", "text/javascript", "immutable")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css?v=3.8.2", "text/css", "immutable")]
    [InlineData("appsettings.json", "application/json", "no-cache")]
    public async Task File_HasItsTypeAndCaching(string path, string type, string caching)
    {
        using var response = await GetAsync(path, "br");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(caching, response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("wasm", "application/wasm")]
    [InlineData("dat", "application/octet-stream")]
    public async Task FingerprintedFile_IsKeptForEver(string extension, string type)
    {
        var folder = host.Services.GetRequiredService<StudioPackage>().Folder!;
        var file = Directory
            .GetFiles(Path.Combine(folder, "_framework"), $"*.{extension}")
            .Min(StringComparer.Ordinal)!;

        using var response = await GetAsync($"_framework/{Path.GetFileName(file)}", "br, gzip");

        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.Equal(new FileInfo(file + ".br").Length, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("identity", null)]
    public async Task File_IsCompressedAsTheBrowserTakesIt(string accepted, string? encoding)
    {
        using var response = await GetAsync("_framework/dotnet.js", accepted);

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Fact]
    public async Task File_ThatHasNotChanged_IsNotSentAgain()
    {
        using var first = await GetAsync("_framework/dotnet.js", "br");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studio/elsa/_framework/dotnet.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "br");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("_framework/..%2f..%2fpackage.json")]
    [InlineData("_content/..%2f..%2fpackage.json")]
    [InlineData("_framework/nothing.wasm")]
    [InlineData("_framework/dotnet.js.br")]
    public async Task Path_ThatIsNoneOfItsFiles_IsNotFound(string path)
    {
        using var response = await GetAsync(path, "br");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("en", "Journeys", "You may look, not change.")]
    [InlineData("zh-CN", "旅程", "只能查看，不能修改。")]
    public async Task Page_SpeaksTheReadersLanguage_AndForbidsForeignScripts(
        string language,
        string journeys,
        string note
    )
    {
        using var viewer = await host.ClientOfAsync(Role.Viewer);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studio/elsa/workflows/definitions");
        request.Headers.AcceptLanguage.ParseAdd(language);

        using var response = await viewer.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains(System.Net.WebUtility.HtmlEncode(journeys), page, StringComparison.Ordinal);
        Assert.Contains(System.Net.WebUtility.HtmlEncode(note), page, StringComparison.Ordinal);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", policy, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> GetAsync(string path, string encoding)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/studio/elsa/{path}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
        return host.Stranger.SendAsync(request);
    }
}
