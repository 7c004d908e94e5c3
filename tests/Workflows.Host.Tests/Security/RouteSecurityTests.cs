using System.Net;
using System.Text;
using Workflows.Host.Tests.Api;
using Workflows.Storage.Users;
using Workflows.Testing;

namespace Workflows.Host.Tests.Security;

/// <summary>Every route with every role and with none.</summary>
public sealed class RouteSecurityTests(RunningHost host) : IClassFixture<RunningHost>
{
    private IEnumerable<RouteAccess> Closed => RouteAccess.Of(host.Services).Where(route => route.Least is not null);

    [Fact]
    public void Routes_AndWhoMayAskThem_AreAsApproved() =>
        Approved.Match(string.Join('\n', RouteAccess.Of(host.Services)) + "\n", "Routes.approved.txt");

    [Fact]
    public async Task ClosedRoute_WithoutCredentials_IsRefused()
    {
        foreach (var route in Closed)
        {
            using var response = await SendAsync(host.Stranger, route);

            // A page sends its reader to the sign-in page.
            var isPage = route.Path.StartsWith("/studio", StringComparison.Ordinal);
            if (!isPage)
            {
                Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, $"{route}: {response.StatusCode}");
            }
            else
            {
                Assert.Contains(
                    "/studio/sign-in",
                    response.RequestMessage!.RequestUri!.ToString(),
                    StringComparison.Ordinal
                );
            }
        }
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    [InlineData(Role.Consultant)]
    [InlineData(Role.Developer)]
    [InlineData(Role.Administrator)]
    public async Task ClosedRoute_WithARole_OpensFromItsLeastRoleOn(Role role)
    {
        using var client = await host.ClientOfAsync(role);
        foreach (var route in Closed)
        {
            using var response = await SendAsync(client, route);

            var isRefused = response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
            Assert.True(isRefused == role < route.Least, $"{route} as {role}: {response.StatusCode}");
        }
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, RouteAccess route)
    {
        var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Address);
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Delete)
        {
            request.Content = route.Path.EndsWith("import-files", StringComparison.Ordinal)
                ? new MultipartFormDataContent { { new ByteArrayContent([]), "files", "none.json" } }
                : new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return client.SendAsync(request);
    }
}
