using Workflows.Testing;

namespace Workflows.Host.Tests.Api;

public sealed class OpenApiTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task OpenApi_IsAsApproved() =>
        Approved.Match(await host.Stranger.GetStringAsync("/openapi/v1.json"), "OpenApi.approved.json");
}
