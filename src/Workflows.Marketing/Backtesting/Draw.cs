namespace Workflows.Marketing.Backtesting;

/// <summary>
/// Random draws that are the same on every machine and in every release of .NET: SplitMix64 underneath, and the usual
/// ways from there. Each customer has an own sequence, so that adding customers changes none of the others.
/// </summary>
internal sealed class Draw
{
    private ulong _state;

    public Draw(ulong seed)
    {
        _state = seed;
        // Neighbouring seeds start far apart.
        _state = Next();
    }

    /// <summary>In (0, 1).</summary>
    public double Uniform() => ((Next() >> 11) + 0.5) * (1.0 / (1UL << 53));

    /// <summary>Mean 1.</summary>
    public double Exponential() => -Math.Log(Uniform());

    /// <summary>Mean 0, deviation 1: Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Mean <paramref name="shape"/>, scale 1: Marsaglia and Tsang, with their boost below shape 1.</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1) * Math.Pow(Uniform(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            if (Math.Log(Uniform()) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
            {
                return d * v;
            }
        }
    }

    /// <summary>Mean a / (a + b).</summary>
    public double Beta(double a, double b)
    {
        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    private ulong Next()
    {
        var z = unchecked(_state += 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
