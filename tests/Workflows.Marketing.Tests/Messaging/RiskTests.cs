using System.Reflection;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;
using Workflows.Runtime.Activities;

namespace Workflows.Marketing.Tests.Messaging;

/// <summary>Whoever chooses how a message leaves reads what tools that send by themselves put at risk (S0-42).</summary>
public sealed class RiskTests
{
    private const string Risk = "the account at risk";

    [Theory]
    [InlineData(typeof(SendBlock))]
    [InlineData(typeof(SendMessage))]
    public void Channel_OfABlockThatSends_SaysTheRisk(Type block)
    {
        var channel = block.GetProperty(nameof(SendBlock.Channel))!.GetCustomAttribute<InputAttribute>()!;

        Assert.Contains(Risk, channel.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void PushToSidebar_Described_SaysTheRisk() =>
        Assert.Contains(
            Risk,
            typeof(PushToSidebar).GetCustomAttribute<ActivityAttribute>()!.Description,
            StringComparison.Ordinal
        );
}
