using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Workflows.Host.Http;

namespace Workflows.Host.Tests.Http;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("223.5.5.5", true)]
    [InlineData("2400:3200::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void Is_OnlyTheOpenInternet(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task Client_ForPublicAddresses_DoesNotReachThisMachine()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.MapGet("/", () => "inside");
        await server.StartAsync();
        var address = new UriBuilder(server.Urls.First()) { Host = "localhost" }.Uri;
        using var open = HttpConnections.Create(_ => true, 1024);
        using var closed = HttpConnections.Create(PublicAddress.Is, 1024);

        Assert.Equal("inside", await open.GetStringAsync(server.Urls.First()));
        await Assert.ThrowsAsync<HttpRequestException>(() => closed.GetStringAsync(server.Urls.First()));
        await Assert.ThrowsAsync<HttpRequestException>(() => closed.GetStringAsync(address));
    }
}
