using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Tests.Journeys;

/// <summary>Through whom a journey speaks: by its own blocks, and by those of workflows that it uses as activities.</summary>
public sealed class JourneyVoicesTests
{
    [Theory]
    [InlineData("Marketing.SendPrivateMessage template=a text=b", "", true)]
    [InlineData("Marketing.SendPrivateMessage template=a text=b sender=li", "li", false)]
    [InlineData("Marketing.PushToSidebar template=a text=b staff=wang", "wang", false)]
    [InlineData("Marketing.SendToPublicPlatform template=a text=b", "", true)]
    [InlineData("Marketing.GetLocation template=a", "", true)]
    [InlineData("Marketing.SendSms template=a text=b", "", false)]
    public void Of_Block_IsWhomItNamesOrWhoeverIsConnected(string block, string named, bool isOpen)
    {
        var voices = JourneyVoices.Of(
            ShippedJourney.Compile(
                Drawing.Of($"In1 Marketing.ContactEvent eventTypes=[\"contact.joined\"] -> Say1\nSay1 {block}", "")
            )
        );

        Assert.Equal((named, isOpen), (string.Join(',', voices.Named), voices.IsOpen));
    }

    [Fact]
    public void Of_JourneyOfOthers_IsThroughWhomTheySpeak()
    {
        var journey = Drawing
            .Of("In1 Marketing.ContactEvent eventTypes=[\"contact.joined\"] -> Part1\nPart1 Drawn.Part", "")
            .Replace("\"Drawn.Part\"", "\"Part\"", StringComparison.Ordinal);
        var part = Drawing
            .Of("Say1 Marketing.SendPrivateMessage template=a text=b sender=li", "")
            .Replace(
                "\"drawn\"",
                "\"part\",\"name\":\"Part\",\"options\":{\"usableAsActivity\":true}",
                StringComparison.Ordinal
            );

        Assert.Equal(["li"], JourneyVoices.Of(ShippedJourney.Compile(journey, part)).Named);
    }
}
