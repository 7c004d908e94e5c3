using System.Security.Cryptography;
using System.Text;

namespace Workflows.Marketing.Experiments;

/// <summary>Draws the arm of a contact: the same contact has the same arm of an experiment for ever, and its arms of two experiments say nothing of each other.</summary>
internal static class ArmDraw
{
    /// <returns>A number in [0, 1).</returns>
    public static double Of(string experiment, Guid contact)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{experiment}\n{contact:N}"));
        return (BitConverter.ToUInt64(hash, 0) >> 11) * (1.0 / (1UL << 53));
    }
}
