namespace Workflows.Rules.Tests.Recorded;

public sealed class Address
{
    public string? City { get; set; }

    public string? Country { get; set; }

    public int? Floor { get; set; }
}
