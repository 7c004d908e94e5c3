using System.Reflection;

namespace Workflows.Host.Tests.Rooms;

/// <summary>Holds the arrows between the rooms. A new arrow is an edit here and a decision in docs/decisions.</summary>
public sealed class ProjectReferenceTests
{
    [Theory]
    [InlineData("Workflows.Expressions", "")]
    [InlineData("Workflows.Rules", "Workflows.Expressions")]
    [InlineData("Workflows.Runtime", "Workflows.Expressions")]
    [InlineData("Workflows.Marketing", "Workflows.Expressions Workflows.Rules Workflows.Runtime")]
    [InlineData("Workflows.Storage", "Workflows.Expressions Workflows.Rules Workflows.Runtime Workflows.Marketing")]
    [InlineData(
        "Workflows.Host",
        "Workflows.Expressions Workflows.Rules Workflows.Runtime Workflows.Marketing Workflows.Storage"
    )]
    public void Room_Assembly_ReferencesOnlyRoomsToItsLeft(string room, string allowed)
    {
        var others = References(room).Where(name => name.StartsWith("Workflows.", StringComparison.Ordinal));

        Assert.Empty(others.Except(allowed.Split(' '), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Workflows.Expressions")]
    [InlineData("Workflows.Rules")]
    [InlineData("Workflows.Runtime")]
    [InlineData("Workflows.Marketing")]
    [InlineData("Workflows.Host")]
    public void Room_OtherThanStorage_KnowsNoDatabase(string room) =>
        Assert.DoesNotContain(
            References(room),
            name =>
                name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || name.StartsWith("Npgsql", StringComparison.Ordinal)
                || name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal)
                || name.StartsWith("System.Data", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("Workflows.Expressions")]
    [InlineData("Workflows.Rules")]
    [InlineData("Workflows.Runtime")]
    [InlineData("Workflows.Marketing")]
    [InlineData("Workflows.Storage")]
    public void Room_LeftOfHost_KnowsNoAspNet(string room) =>
        Assert.DoesNotContain(
            References(room),
            name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        );

    private static IEnumerable<string> References(string room) =>
        Assembly.Load(room).GetReferencedAssemblies().Select(reference => reference.Name!);
}
