using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json;

namespace Workflows.Host.Tests.Elsa;

/// <summary>The viewer's hub, asked as a browser asks whose page has an API key or a token.</summary>
public sealed class LiveTests(ElsaHost elsa) : IClassFixture<ElsaHost>
{
    private const string Negotiation = "/elsa/hubs/workflow-instance/negotiate?negotiateVersion=1";

    [Theory]
    [InlineData("ApiKey", false)]
    [InlineData("Bearer", true)]
    public async Task Viewer_WithAKey_IsToldWhatAnInstanceDoes(string scheme, bool hasToken)
    {
        var eventName = $"live-{scheme}";
        var id = await elsa.RunAsync(await elsa.PublishAsync(eventName, eventName));
        var token = await NegotiateAsync(scheme);
        var key = hasToken ? $"&access_token={Uri.EscapeDataString(elsa.Host.Key)}" : "";
        await using var viewer = await BrowserSocket.OpenAsync(elsa.Host.Address, $"?id={token}{key}");
        await viewer.ObserveAsync(id);
        await viewer.WhenAnsweredAsync();

        using var accepted = await elsa.SendAsync($"/events/{eventName}/trigger", new { });
        var stats = await viewer.WhenToldAsync("ActivityExecutionLogUpdatedAsync");
        var update = await viewer.WhenToldAsync("WorkflowInstanceUpdatedAsync");

        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.NotEqual(0, stats.GetProperty("stats").GetArrayLength());
        Assert.Equal(id, update.GetProperty("workflowInstanceId").GetString());
    }

    [Theory]
    [InlineData("", "401")]
    [InlineData("?id=", "401")]
    [InlineData("?id=AAAAAAAAAAAAAAAAAAAAAA", "404")]
    [InlineData("?access_token=wrong", "401")]
    [InlineData("?id=AAAAAAAAAAAAAAAAAAAAAA&access_token=wrong", "401")]
    public async Task Socket_WithoutAKeyOrATokenOfOurs_IsRefused(string query, string status)
    {
        var refused = await Assert.ThrowsAsync<WebSocketException>(() =>
            BrowserSocket.OpenAsync(elsa.Host.Address, query)
        );

        Assert.Contains(status, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_WithoutASocket_OpensNothing()
    {
        var token = await NegotiateAsync("ApiKey");

        using var answer = await elsa.Host.Stranger.GetAsync($"/elsa/hubs/workflow-instance?id={token}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    /// <summary>Asks for a connection, as the Studio does; its token.</summary>
    private async Task<string> NegotiateAsync(string scheme)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Negotiation);
        request.Headers.Authorization = new AuthenticationHeaderValue(scheme, elsa.Host.Key);
        using var response = await elsa.Host.Stranger.SendAsync(request);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return Uri.EscapeDataString(answer.RootElement.GetProperty("connectionToken").GetString()!);
    }
}
