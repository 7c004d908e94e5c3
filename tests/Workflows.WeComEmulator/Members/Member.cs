using Workflows.WeComEmulator.Customers;

namespace Workflows.WeComEmulator.Members;

/// <summary>An employee with a WeCom account.</summary>
internal sealed class Member(string userId, string name)
{
    public string UserId { get; } = userId;
    public string Name { get; set; } = name;
    public string Position { get; set; } = string.Empty;
    public string Store { get; set; } = string.Empty;
    public int Department { get; set; } = 1;
    public bool IsActivated { get; set; } = true;
    public bool IsRealNamed { get; set; } = true;
    public bool HasContactRight { get; set; } = true;
    public int CustomerCap { get; set; } = 5_000;

    /// <summary>Null lets every task wait for a touch on the staff phone.</summary>
    public ConfirmPolicy? Policy { get; set; }

    public DateTimeOffset? ResignedAt { get; set; }

    public List<StaffNotice> Notices { get; } = [];

    /// <summary>The customers who are friends of the member, by external_userid; kept by <see cref="Customer.Follow"/>.</summary>
    public Dictionary<string, Customer> Customers { get; } = [];

    public bool IsFull => Customers.Count >= CustomerCap;

    /// <summary>Whether the member can serve customers today.</summary>
    public bool CanServe => IsActivated && HasContactRight && ResignedAt is null;
}
