using System.Globalization;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>Twenty members with a thousand contacts each, a few of whom are no friends any more; one message for every contact.</summary>
internal static class SendingCompany
{
    public const int Count = 20_000;
    public const string Secret = "acceptance-secret";

    private const int Members = 20;
    private const int StrangerEvery = 50;

    public static CorpSeed Seed { get; } =
        new()
        {
            Apps = [new SeedApp(1_000_002, "Workflows", Secret)],
            Members = [.. Enumerable.Range(0, Members).Select(n => new SeedMember(Member(n), $"Member {n}"))],
            Customers =
            [
                .. Enumerable
                    .Range(0, Count)
                    .Select(n => new SeedCustomer(Customer(n), $"Customer {n}")
                    {
                        Follows = n % StrangerEvery == 0 ? [] : [new SeedRelation(Member(n))],
                    }),
            ],
        };

    public static IEnumerable<OutboundMessage> Messages(DateTimeOffset now) =>
        Enumerable
            .Range(0, Count)
            .Select(n => new OutboundMessage(
                Customer(n),
                new Recipient.Person(
                    Guid.CreateVersion7(now.AddMilliseconds(n)),
                    [new ContactIdentity(IdentityKind.ExternalUserId, Customer(n))]
                ),
                Carrier.Private,
                "wecom",
                "acceptance",
                new MessageContent($"您好，我是{Member(n)}"),
                "service",
                now,
                "acceptance",
                1
            )
            {
                Sender = Member(n),
            });

    /// <summary>Whether the contact, by its external_userid, is no friend of any member.</summary>
    public static bool IsStranger(string customer) =>
        int.Parse(customer.AsSpan(2), CultureInfo.InvariantCulture) % StrangerEvery == 0;

    private static string Member(int n) => string.Create(CultureInfo.InvariantCulture, $"member{n % Members}");

    private static string Customer(int n) => string.Create(CultureInfo.InvariantCulture, $"wm{n:00000}");
}
