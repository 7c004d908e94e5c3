namespace Workflows.Host.Service;

/// <summary>A work order that a person opens.</summary>
/// <param name="Contact">Whose it is.</param>
/// <param name="Topic">What it is about, at most 64 characters.</param>
/// <param name="Demand">What the customer wants, at most 200 characters.</param>
/// <param name="Staff">Who serves it, at most 64 characters.</param>
internal sealed record NewWorkOrder(Guid? Contact, string? Topic, string? Demand, string? Staff)
{
    /// <summary>What is wrong with it, or null.</summary>
    public string? Mistake =>
        Contact is null ? "'contact' is the id of a contact."
        : Topic?.Length > 64 || Staff?.Length > 64 ? "'topic' and 'staff' have at most 64 characters."
        : Demand?.Length > 200 ? "'demand' has at most 200 characters."
        : null;
}
