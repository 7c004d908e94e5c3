using Microsoft.Extensions.DependencyInjection;
using Workflows.Host.Composition;
using Workflows.Marketing.Messaging;

namespace Workflows.Host.Tests.Channels;

public sealed class UnofficialChannelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-unofficial-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Host_WithAnAdapterThatIsNotOfficial_DoesNotCompose()
    {
        await using var application = HostApplication.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Workflows:Data"] = _folder },
            services => services.AddSingleton<IChannel>(new Clicker())
        );

        var refused = Assert.Throws<ArgumentException>(() => application.Services.GetRequiredService<ChannelSet>());

        Assert.Contains("'clicker' is not official", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Imitates a person at the client.</summary>
    private sealed class Clicker : IChannel
    {
        public string Name => "clicker";

        public bool IsOfficial => false;

        public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult<Receipt>(new Receipt.Delivered());
    }
}
