using Workflows.Marketing.Channels;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Messaging;

public sealed class ChannelSetTests
{
    [Fact]
    public void Create_UnofficialChannel_IsRefusedOutsideTests()
    {
        var mistake = Assert.Throws<ArgumentException>(() => new ChannelSet(new RecordingChannel(), new Robot()));

        Assert.Contains("'phone-robot' is not official", mistake.Message, StringComparison.Ordinal);
        Assert.True(ChannelSet.ForTests(new Robot()).TryGet("phone-robot", out _));
    }

    private sealed class Robot : IChannel
    {
        public string Name => "phone-robot";

        public bool IsOfficial => false;

        public Task<Receipt> SendAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
            Task.FromResult<Receipt>(new Receipt.Delivered());
    }
}
