using System.Net;
using System.Net.Http.Headers;

namespace Workflows.Host.Tests.Api;

public sealed class AuthTests(RunningHost host) : IClassFixture<RunningHost>
{
    public static TheoryData<string> Routes =>
        ["/api/definitions", "/api/rule-sets", "/api/contacts", "/api/instances", "/api/messages"];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Api_WithoutKey_Is401WithProblem(string route)
    {
        using var response = await host.Stranger.GetAsync(route);

        await RunningHost.ProblemAsync(response, 401);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Api_WithKeyInHeader_Answers(string route)
    {
        using var response = await host.Client.GetAsync(route);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Api_WithBearer_Answers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/contacts");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Key);

        using var response = await host.Stranger.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("wf_wrong")]
    [InlineData("")]
    [InlineData("' OR 1=1 --")]
    public async Task Api_WithUnknownKey_Is401(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/contacts");
        request.Headers.TryAddWithoutValidation("X-Api-Key", key);

        using var response = await host.Stranger.SendAsync(request);

        await RunningHost.ProblemAsync(response, 401);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/")]
    public async Task OpenRoute_WithoutKey_Answers(string route)
    {
        using var response = await host.Stranger.GetAsync(route);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task UnknownRoute_IsAProblem() =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/nothing-here"), 404);
}
