using Workflows.Marketing.Channels.WeCom.AppMessages;
using Workflows.Marketing.Channels.WeCom.Robots;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Limits;
using Workflows.Marketing.Limits.Rules;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Messaging.Blocks;

namespace Workflows.Marketing.Tests.Limits;

/// <summary>Limits and those who ask them use the same words: no limit that nobody asks, and no question without a limit.</summary>
public sealed class LimitAskTests
{
    private static readonly DateTimeOffset Noon = LimitBench.At(5, 12);

    private static readonly LimitedSend BotGroup = LimitedSend.Of(1, "g", "bot");

    private static readonly LimitedSend Robot = Of(
        Message(Carrier.Webhook, new RobotOptions().Name) with
        {
            Recipient = new Recipient.Staff("li"),
        }
    );

    private static readonly IReadOnlyList<LimitedSend> Reminder = LimitedSend.Of(
        new TaskReminder(1, "wecom", "task", 1) { MemberChannel = AppMessageCalls.Channel, Members = ["li"] }
    );

    public static TheoryData<string> Codes => [.. LimitRuleBook.Shipped.Limits.Select(limit => limit.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Limit_OfTheProduct_IsAskedBySomebody(string code)
    {
        var (rules, index) = Find(code);
        LimitedSend[] asked = [.. Messages(), .. Reminder, BotGroup, Robot];

        if (rules.Limits[index].Scope == LimitScope.None)
        {
            Assert.Contains(asked, send => rules.Stops(index, send, LimitCount.Zero));
        }
        else
        {
            Assert.Contains(asked, send => Counts(rules, index, send));
        }
    }

    [Fact]
    public void Question_OfSomethingThatIsNoMessage_HasALimit() =>
        Assert.All(
            [.. Reminder, BotGroup, Robot],
            send =>
                Assert.Contains(
                    LimitRuleBook.Shipped.Limits.Index(),
                    limit => Counts(LimitRuleBook.Shipped, limit.Index, send)
                )
        );

    private static bool Counts(LimitRules rules, int index, LimitedSend send) =>
        send.In(rules.Limits[index].Scope) is not null && rules.Adds(index, send) != LimitCount.Zero;

    private static (LimitRules Rules, int Index) Find(string code) =>
        (
            LimitRuleBook.Shipped,
            LimitRuleBook
                .Shipped.Limits.Index()
                .Single(limit => limit.Item.Code.Equals(code, StringComparison.Ordinal))
                .Index
        );

    /// <summary>What the send blocks can say, by the words of their own drop-downs.</summary>
    private static IEnumerable<LimitedSend> Messages() =>
        from block in SendBlocks.ByType.Values
        from kind in new[] { null, "sop", "sales", "offer" }
        from hour in new[] { 12, 23 }
        from refuses in new[] { false, true }
        select Of(
            Message(block.Carrier, block.UsualChannel) with
            {
                Recipient = block.Carrier switch
                {
                    Carrier.Group => new Recipient.Group("g"),
                    Carrier.Moments or Carrier.StaffTask => new Recipient.Staff("li"),
                    _ => new Recipient.Person(Guid.Empty, ContactIdentities.None),
                },
                Kind = kind,
                Product = "milk",
                Subsidy = 1,
            },
            refuses
        ) with
        {
            At = LimitBench.At(5, hour),
        };

    private static OutboundMessage Message(Carrier carrier, string channel) =>
        new(
            "m",
            new Recipient.Staff("li"),
            carrier,
            channel,
            "t",
            new MessageContent("x"),
            "marketing",
            Noon,
            "care",
            1
        );

    private static LimitedSend Of(OutboundMessage message, bool refuses = false) =>
        LimitedSend.Of(
            new LeasedMessage(1, message, 1, Noon),
            refuses ? ContactConsents.Of([new ConsentMark(null, null, false, Noon)]) : ContactConsents.None
        ) with
        {
            At = Noon,
        };
}
