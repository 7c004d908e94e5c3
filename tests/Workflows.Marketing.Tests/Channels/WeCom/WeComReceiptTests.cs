using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Messaging;

namespace Workflows.Marketing.Tests.Channels.WeCom;

public sealed class WeComReceiptTests
{
    [Theory]
    [InlineData(-1, "Unknown")]
    [InlineData(45033, "Unavailable")]
    [InlineData(41063, "Unavailable")]
    [InlineData(41079, "Unavailable")]
    [InlineData(40014, "Unavailable")]
    [InlineData(42001, "Unavailable")]
    [InlineData(40007, "Unavailable")]
    [InlineData(45009, "Unavailable after 00:01:00")]
    [InlineData(41078, "Unavailable after 00:01:00")]
    [InlineData(40001, "Unavailable after 00:15:00")]
    [InlineData(40013, "Unavailable after 00:15:00")]
    [InlineData(48002, "Unavailable after 00:15:00")]
    [InlineData(60020, "Unavailable after 00:15:00")]
    [InlineData(301002, "Unavailable after 00:15:00")]
    [InlineData(84061, "NotAFriend wecom_84061")]
    [InlineData(40131, "NotAFriend wecom_40131")]
    [InlineData(41048, "NotAFriend wecom_41048")]
    [InlineData(40099, "QuotaReached wecom_40099")]
    [InlineData(40128, "QuotaReached wecom_40128")]
    [InlineData(40096, "Refused wecom_40096")]
    [InlineData(60111, "Refused wecom_60111")]
    [InlineData(60011, "Refused wecom_60011")]
    [InlineData(41064, "Refused wecom_41064")]
    [InlineData(41067, "Refused wecom_41067")]
    [InlineData(123456, "Refused wecom_123456")]
    public void Of_Code_IsTheOutcomeOrTheWait(int code, string expected) =>
        Assert.Equal(expected, Describe(WeComReceipts.Of(WeComException.Answered("api", code, null))));

    [Fact]
    public void Of_NoAnswer_DependsOnWhetherTheRequestLeft()
    {
        Assert.IsType<Receipt.Unknown>(WeComReceipts.Of(WeComException.Lost("api", "HTTP 502")));
        Assert.IsType<Receipt.Unavailable>(WeComReceipts.Of(WeComException.Unsent("api", "ConnectionError")));
    }

    private static string Describe(Receipt receipt) =>
        receipt switch
        {
            Receipt.Ended ended => $"{ended.Outcome} {ended.ReasonCode}",
            Receipt.Unavailable { RetryAfter: { } wait } => $"Unavailable after {wait}",
            _ => receipt.GetType().Name,
        };
}
