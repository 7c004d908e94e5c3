namespace Workflows.WeComEmulator.Customers;

/// <summary>A person with WeChat, to be added to the emulated world.</summary>
/// <param name="ExternalUserId">Made if absent.</param>
public sealed record NewCustomer(
    string Name,
    string? ExternalUserId = null,
    string? Mobile = null,
    string? UnionId = null
);
