namespace Workflows.Expressions.Tests.Hostile;

/// <summary>A record with everything that a text must not reach through it.</summary>
public sealed record Victim(string Name, int Orders, IReadOnlyList<string> Tags)
{
    public static Victim Shared { get; } = new("shared", 0, []);

    public Type Kind => GetType();

    public Func<int> Later => () => Orders;

    public Task Job => Task.FromResult(Orders);

    public Victim Self => this;

    public string Rename(string name) => Name + name;
}
