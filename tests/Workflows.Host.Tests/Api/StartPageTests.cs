namespace Workflows.Host.Tests.Api;

public sealed class StartPageTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en-US,en;q=0.9,zh;q=0.8", "en")]
    [InlineData("fr-FR", "en")]
    [InlineData("fr;q=0.9, zh;q=0.5", "zh-CN")]
    public async Task StartPage_SpeaksThePreferredLanguage(string accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        using var response = await host.Stranger.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains(
            $"{host.Stranger.BaseAddress!.GetLeftPart(UriPartial.Authority)}/api/definitions",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }
}
