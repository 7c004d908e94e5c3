namespace Workflows.Marketing.Experiments;

/// <summary>What shares of samples say about shares of everybody.</summary>
internal static class Proportions
{
    private const double Z95 = 1.959963984540054;

    /// <summary>Wilson's interval of 95 %: right for small samples and shares near 0 and 1, too.</summary>
    public static (double Low, double High) Wilson(int hits, int sample)
    {
        var (n, p) = ((double)sample, (double)hits / sample);
        var z2 = Z95 * Z95;
        var centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var half = Z95 / (1 + (z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>The two-sided p-value of the pooled z-test for two shares; 1 where all or none hit.</summary>
    public static double PValue((int Hits, int Sample) one, (int Hits, int Sample) other)
    {
        var pooled = (double)(one.Hits + other.Hits) / (one.Sample + other.Sample);
        var variance = pooled * (1 - pooled) * ((1.0 / one.Sample) + (1.0 / other.Sample));
        if (variance <= 0)
        {
            return 1;
        }

        var z = (((double)one.Hits / one.Sample) - ((double)other.Hits / other.Sample)) / Math.Sqrt(variance);
        return Erfc(Math.Abs(z) / Math.Sqrt(2));
    }

    // Numerical Recipes' Chebyshev form: a relative error below 1.2e-7 everywhere.
    private static double Erfc(double x)
    {
        var t = 1 / (1 + (0.5 * x));
        double[] terms =
        [
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277,
        ];
        var sum = terms.Reverse().Aggregate(0.0, (inner, term) => term + (t * inner));
        return t * Math.Exp((-x * x) + sum);
    }
}
