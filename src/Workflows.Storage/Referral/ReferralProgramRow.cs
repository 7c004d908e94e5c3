namespace Workflows.Storage.Referral;

internal sealed class ReferralProgramRow
{
    public int Tenant { get; set; }

    public required string Name { get; set; }

    public short Levels { get; set; }

    public required string DistributorRights { get; set; }

    public required string InviteeRights { get; set; }

    public bool IsOpen { get; set; }
}
