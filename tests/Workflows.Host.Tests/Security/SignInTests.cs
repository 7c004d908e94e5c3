using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Auth;
using Workflows.Host.Tests.Api;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Security;

public sealed class SignInTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string List = "/elsa/api/workflow-definitions?versionOptions=Latest";

    [Fact]
    public async Task SignIn_WithThePassword_OpensTheApiByCookie()
    {
        await host.AddUserAsync("viewer-1", Role.Viewer);
        using var browser = host.Browser();

        using var signedIn = await RunningHost.SignInAsync(browser, "VIEWER-1");
        using var answer = await browser.GetAsync(List);

        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task SignIn_FromAnotherMachineWithoutTls_GetsASecureCookie()
    {
        await host.AddUserAsync("viewer-2", Role.Viewer);
        using var browser = host.Browser();
        browser.DefaultRequestHeaders.Host = "workflows.example";

        using var signedIn = await RunningHost.SignInAsync(browser, "viewer-2");

        Assert.Contains(
            "secure",
            Assert.Single(signedIn.Headers.GetValues("Set-Cookie")),
            StringComparison.OrdinalIgnoreCase
        );
    }

    [Theory]
    [InlineData("nobody", RunningHost.Password)]
    [InlineData("viewer-3", "wrong password")]
    [InlineData("viewer-3", "")]
    [InlineData("' OR 1=1 --", "' OR 1=1 --")]
    public async Task SignIn_WithTheWrongWords_SetsNoCookie(string name, string password)
    {
        if (await host.Services.GetRequiredService<UserStore>().FindAsync(1, "viewer-3", default) is null)
        {
            await host.AddUserAsync("viewer-3", Role.Viewer);
        }

        using var browser = host.Browser();
        using var refused = await RunningHost.SignInAsync(browser, name, password);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task SignIn_GuessedAt_LocksTheUserEvenForTheRightPassword()
    {
        await host.AddUserAsync("guessed-at", Role.Administrator);
        var signIn = host.Services.GetRequiredService<SignIn>();
        for (var attempt = 0; attempt < SignIn.Limit; attempt++)
        {
            Assert.Null(await signIn.TryAsync("guessed-at", $"guess number {attempt}", CancellationToken.None));
        }

        Assert.Null(await signIn.TryAsync("guessed-at", RunningHost.Password, CancellationToken.None));
    }

    [Fact]
    public async Task Session_OfAUserWhoWasChanged_IsOver()
    {
        await host.AddUserAsync("demoted", Role.Administrator);
        using var browser = host.Browser();
        using var signedIn = await RunningHost.SignInAsync(browser, "demoted");
        using var before = await browser.GetAsync("/api/users");

        var user = await host.Services.GetRequiredService<UserStore>().FindAsync(1, "demoted", CancellationToken.None);
        await host
            .Services.GetRequiredService<UserRoll>()
            .ChangeAsync(user!, Role.Viewer, null, CancellationToken.None);
        using var after = await browser.GetAsync("/api/users");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", null)]
    [InlineData("same-site", null)]
    [InlineData(null, "https://elsewhere.example")]
    [InlineData(null, "null")]
    [InlineData(null, null)]
    public async Task Change_ByCookieFromAnotherSite_IsRefused(string? site, string? origin)
    {
        var name = $"rider-{site}-{origin?.Length}";
        await host.AddUserAsync(name, Role.Administrator);
        using var browser = host.Browser();
        using var signedIn = await RunningHost.SignInAsync(browser, name);
        browser.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/elsa/api/workflow-definitions/some");
        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var refused = await browser.SendAsync(request);

        await RunningHost.ProblemAsync(refused, 403);
    }

    [Fact]
    public async Task SignIn_SentByAnotherSite_IsRefused()
    {
        await host.AddUserAsync("lured", Role.Viewer);
        using var browser = host.Browser("cross-site");

        using var refused = await RunningHost.SignInAsync(browser, "lured");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("next-1", "https://elsewhere.example/")]
    [InlineData("next-2", "//elsewhere.example/")]
    [InlineData("next-3", "/studio//elsewhere.example")]
    [InlineData("next-4", "/studio\\..\\elsewhere")]
    public async Task SignIn_WithANextPageElsewhere_StaysHere(string name, string next)
    {
        await host.AddUserAsync(name, Role.Viewer);
        using var browser = host.Browser();
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["password"] = RunningHost.Password,
                ["next"] = next,
            }
        );

        using var signedIn = await browser.PostAsync("/studio/sign-in", form);

        Assert.Equal("/studio/elsa/workflows/definitions", signedIn.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Setup_WithoutTheLinksToken_IsGone()
    {
        using var answer = await host.Stranger.GetAsync("/studio/setup?token=guess");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
    }

    [Theory]
    [InlineData("short", "A password has 10 characters or more.")]
    [InlineData("somebody-1234", "The password must not contain the name.")]
    public async Task User_WithAWeakPassword_IsRefused(string password, string reason)
    {
        var (user, mistake) = await host
            .Services.GetRequiredService<UserRoll>()
            .AddAsync("somebody", password, Role.Viewer, CancellationToken.None);

        Assert.Null(user);
        Assert.Equal(reason, mistake);
    }
}
