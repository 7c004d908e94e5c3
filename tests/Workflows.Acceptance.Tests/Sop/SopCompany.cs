using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Seeds;

namespace Workflows.Acceptance.Tests.Sop;

/// <summary>A hundred customer groups of twenty-five members, who confirm what they are asked to send hours later, and not always.</summary>
internal static class SopCompany
{
    public const int Groups = 100;
    public const string Secret = "sop-secret";

    private const int Owners = 25;

    public static CorpSeed Seed { get; } =
        new()
        {
            Apps = [new SeedApp(1_000_002, "Workflows", Secret)],
            Members = [.. Enumerable.Range(0, Owners).Select(n => new SeedMember(Owner(n), $"Member {n}"))],
            Groups = [.. Enumerable.Range(0, Groups).Select(n => new SeedGroup(Group(n), $"Group {n}", Owner(n)))],
            // What is asked for in the evening goes out on the next day; many a task takes a reminder, some take all in vain.
            Policy = new ConfirmPolicy { Probability = 0.6, DelaySeconds = (int)TimeSpan.FromHours(4).TotalSeconds },
        };

    public static string Group(int number) => $"wrSopGroup{number:000}";

    public static string Owner(int group) => $"owner{group % Owners:00}";
}
