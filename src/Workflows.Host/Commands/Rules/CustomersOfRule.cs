namespace Workflows.Host.Commands.Rules;

/// <summary>The customers that fall into one rule.</summary>
/// <param name="Rule">The rule's name; absent for the customers that fall into none.</param>
/// <param name="Event">The event of the rule.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Examples">The first of them.</param>
internal sealed record CustomersOfRule(
    string? Rule,
    string? Event,
    int Customers,
    IReadOnlyList<CustomerExample> Examples
);
