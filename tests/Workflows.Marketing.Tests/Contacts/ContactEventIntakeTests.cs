using Microsoft.Extensions.Time.Testing;
using Workflows.Marketing.Contacts;

namespace Workflows.Marketing.Tests.Contacts;

public class ContactEventIntakeTests
{
    private static readonly DateTimeOffset Now = new(2021, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly MemoryContactStore _store = new();
    private readonly ContactEventIntake _intake;

    public ContactEventIntakeTests() => _intake = new ContactEventIntake(_store, new FakeTimeProvider(Now));

    [Fact]
    public async Task Accept_TheSameEventTwice_IsADuplicateTheSecondTime()
    {
        var first = await AcceptAsync(Some("1"), Some("2"));
        var again = await AcceptAsync(Some("2"), Some("3"), Some("3"));

        Assert.Equal((2, 0), (first.AcceptedCount, first.DuplicateCount));
        Assert.Equal([true, false, true], again.Receipts.Select(receipt => receipt.IsDuplicate));
        Assert.Single(again.Receipts.Concat(first.Receipts).Select(receipt => receipt.ContactId).Distinct());
        Assert.Equal(3, _store.Accepted.Count);
    }

    [Fact]
    public async Task Accept_SameIdFromAnotherSource_IsAnotherEvent()
    {
        await AcceptAsync(Some("1"));

        var other = await AcceptAsync(Some("1") with { Source = "till" });

        Assert.Equal(1, other.AcceptedCount);
    }

    [Theory]
    [InlineData(
        "order.paid",
        """{"lines":[{"sku":"A1","quantity":0},{"name":"x"},{"sku":7}]}""",
        "EVT018 lines[0],EVT018 lines[1]"
    )]
    [InlineData("order.paid", """{"lines":{}}""", "EVT017 lines")]
    [InlineData("order.paid", """{"order":""}""", "EVT019 order")]
    [InlineData("order.paid", """{"order":20210301}""", "")]
    [InlineData("order.refunded", null, "EVT019 order")]
    [InlineData("order.refunded", """{"order":"N1","amount":0}""", "EVT020 amount")]
    [InlineData("order.refunded", """{"order":"N1"}""", "")]
    [InlineData("link.clicked", """{"order":"","lines":1}""", "")]
    [InlineData("location.shared", """{"latitude":31.2,"longitude":121.4,"textVersion":"v1"}""", "")]
    [InlineData("location.shared", """{"latitude":31.2,"longitude":121.4}""", "EVT022 textVersion")]
    [InlineData(
        "location.shared",
        """{"latitude":91,"longitude":121.4,"textVersion":""}""",
        "EVT021 latitude,EVT022 textVersion"
    )]
    [InlineData("location.declined", null, "")]
    public async Task Accept_WhatIsSaidOfAnOrderOrAPosition_IsChecked(string type, string? data, string expected)
    {
        var result = await AcceptAsync(Some("1") with { Type = type, Data = data });

        var found = result.Diagnostics.Select(one => $"{one.Code} {one.Path!["$[0].data.".Length..]}");
        Assert.Equal(expected, string.Join(',', found));
    }

    [Fact]
    public async Task Accept_OneBadEvent_RefusesTheBatchWithAllThatIsWrong()
    {
        var result = await AcceptAsync(
            Some("1"),
            Some("2") with
            {
                Source = " ",
                Type = "Order Paid",
                At = Now.AddDays(2),
                Identities = [],
                Data = "[1]",
            },
            Some("3") with
            {
                Data = """{"quantity":0,"amount":-1}""",
            }
        );

        Assert.False(result.IsAccepted);
        Assert.Equal(
            [
                ("EVT002", "$[1].source"),
                ("EVT003", "$[1].type"),
                ("EVT004", "$[1].at"),
                ("EVT005", "$[1].contact"),
                ("EVT007", "$[1].data"),
                ("EVT008", "$[2].data.quantity"),
                ("EVT009", "$[2].data.amount"),
            ],
            result.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Path!))
        );
        Assert.Empty(_store.Accepted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public async Task Accept_BatchOutOfBounds_IsRefused(int count)
    {
        var result = await AcceptAsync([.. Enumerable.Range(0, count).Select(i => Some($"{i}"))]);

        Assert.Equal("EVT001", Assert.Single(result.Diagnostics).Code);
    }

    [Fact]
    public async Task Accept_SecondIdentityOfAKnownContact_IsRemembered()
    {
        var phone = new ContactIdentity(IdentityKind.Phone, "13800000000");
        var first = await AcceptAsync(Some("1"));
        await AcceptAsync(Some("2") with { Identities = [.. Some("2").Identities, phone] });

        var found = await _store.FindAsync(0, phone, default);

        Assert.Equal(first.Receipts[0].ContactId, found?.Id);
    }

    private static ContactEvent Some(string id) =>
        new("shop", id, "order.paid", Now.AddDays(-1), [new ContactIdentity(IdentityKind.ExternalUserId, "w1")]);

    private Task<ContactEventIntakeResult> AcceptAsync(params ContactEvent[] events) =>
        _intake.AcceptAsync(0, events, CancellationToken.None);
}
