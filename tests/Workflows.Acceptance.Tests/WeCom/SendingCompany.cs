using System.Globalization;
using Workflows.Acceptance.Tests.Live;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>Twenty members with a thousand contacts each, a few of whom are no friends any more; one message of a journey for every contact.</summary>
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

    private const string EventType = "customer.greeted";

    /// <summary>The journey: one private message in the name of the member whom the event names.</summary>
    public static string Journey { get; } =
        JourneyDocument.Of(
            "acceptance",
            "Start",
            [
                JourneyDocument.Activity(
                    "start",
                    "Marketing.ContactEvent",
                    ("eventTypes", "ICollection<String>", "Object", $"[\"{EventType}\"]"),
                    ("result", "Object", null, "event")
                ),
                JourneyDocument.Activity(
                    "send",
                    "Marketing.SendPrivateMessage",
                    ("sender", "String", "Liquid", "{{ Variables.Start.data.member }}"),
                    ("template", "String", "Literal", "acceptance"),
                    ("text", "String", "Liquid", "您好，我是{{ Variables.Start.data.member }}"),
                    ("purpose", "String", "Literal", "service")
                ),
            ],
            [JourneyDocument.Connection("start", "Done", "send")]
        );

    /// <summary>One event a contact, each of which starts the journey.</summary>
    public static IEnumerable<object> Events(DateTimeOffset now) =>
        Enumerable
            .Range(0, Count)
            .Select(n => new
            {
                source = "acceptance",
                id = Customer(n),
                type = EventType,
                at = now,
                contact = new { external_userid = Customer(n) },
                data = new { member = Member(n) },
            });

    /// <summary>Whether the contact, by its external_userid, is no friend of any member.</summary>
    public static bool IsStranger(string customer) =>
        int.Parse(customer.AsSpan(2), CultureInfo.InvariantCulture) % StrangerEvery == 0;

    private static string Member(int n) => string.Create(CultureInfo.InvariantCulture, $"member{n % Members}");

    private static string Customer(int n) => string.Create(CultureInfo.InvariantCulture, $"wm{n:00000}");
}
