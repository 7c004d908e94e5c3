namespace Workflows.WeComEmulator.Customers;

/// <summary>How a customer came to a member; the platform's numbers.</summary>
internal static class AddWays
{
    public const int Unknown = 0;
    public const int QrCode = 1;
    public const int CardShare = 3;
    public const int AcquisitionLink = 16;
    public const int Assigned = 202;
}
