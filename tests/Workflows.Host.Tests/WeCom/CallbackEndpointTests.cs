using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Tests.Api;
using Workflows.Marketing.Contacts;

namespace Workflows.Host.Tests.WeCom;

public sealed class CallbackEndpointTests(CallbackHost host) : IClassFixture<CallbackHost>
{
    [Fact]
    public async Task Get_WeComsQuestion_IsAnsweredInPlainTextAndNothingElse()
    {
        using var response = await host.Client.GetAsync(
            $"/channels/wecom/callback?{host.Seal.Get("7345891234", host.Now, "echo")}"
        );

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("7345891234"u8.ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Post_Event_IsThankedForEmptyAndBecomesAContact()
    {
        using var response = await host.PostAsync(CallbackHost.Added("woA"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        await Eventually.TrueAsync(async () => await FindAsync("woA") is not null);
    }

    [Fact]
    public async Task Post_Replay_IsRefused()
    {
        var request = host.Seal.Post(CallbackHost.Added("woB"), host.Now, "replay");
        using var first = await host.SendAsync(request);

        using var second = await host.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        await RunningHost.ProblemAsync(second, 403);
    }

    [Fact]
    public async Task Post_WrongSignature_IsRefusedAndWritesNothing()
    {
        var (query, body) = host.Seal.Post(CallbackHost.Added("woC"), host.Now, "wrong");

        using var response = await host.SendAsync(
            (query.Replace("nonce=wrong", "nonce=right", StringComparison.Ordinal), body)
        );

        var problem = await RunningHost.ProblemAsync(response, 403);
        Assert.Contains("signature", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Null(await FindAsync("woC"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"json\":true}")]
    public async Task Post_NoEnvelope_IsABadRequest(string body)
    {
        using var response = await host.SendAsync(("msg_signature=a&timestamp=1&nonce=2", body));

        await RunningHost.ProblemAsync(response, 400);
    }

    [Fact]
    public async Task Post_BodyBeyondAMegabyte_IsTooLarge()
    {
        // The server answers before it has read the body, and hangs up: asking first leaves nothing to be cut off in.
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            "/channels/wecom/callback?msg_signature=a&timestamp=1&nonce=2"
        )
        {
            Content = new StringContent(new string('x', 1_048_577), Encoding.UTF8, "text/xml"),
            Headers = { ExpectContinue = true },
        };

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private Task<ContactState?> FindAsync(string customer) =>
        host
            .Services.GetRequiredService<IContactStore>()
            .FindAsync(1, new ContactIdentity(IdentityKind.ExternalUserId, customer), CancellationToken.None);
}
