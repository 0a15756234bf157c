#pragma once
#include <cmath>
#include <cstdint>

#include "crm/graph/machine.hpp"
#include "crm/graph/packing.hpp"
#ifdef FANAL_WIDE_PATHS
#pragma GCC diagnostic push
// GCC 12 warns of its own header (its bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#include <immintrin.h>
#pragma GCC diagnostic pop
#endif

/// Sixteen numbers side by side, once for each path and under the same names, so that a kernel is written once and
/// compiled for each: Floats and Doubles, both with all, load, gather, weights, from, store, + * /; loads and stores
/// may have a mask (lanes out of it are 0, or left as they are), and Doubles add up by halves: i and i + 8, i and
/// i + 4, and so on. A kernel is an .inc file, included inside the path's namespace and its target; it names no
/// template of the standard library, which would be compiled for this path and could be linked into others.
namespace fanal::graph {

namespace scalar {

/// 16 lanes without any special instruction: what the other paths have to equal.
template <class Number>
struct Sixteen {
    using Value = Number;
    Number lanes[lanes_count];

    template <class Make>
    static Sixteen made(const Make& make) {
        Sixteen result;
        for (std::uint32_t lane = 0; lane < lanes_count; ++lane) {
            result.lanes[lane] = static_cast<Number>(make(lane));
        }
        return result;
    }
    static Sixteen all(Number value) {
        return made([&](std::uint32_t) { return value; });
    }
    static Sixteen load(const Number* from) {
        return made([&](std::uint32_t lane) { return from[lane]; });
    }
    static Sixteen gather(const Number* from, const std::uint32_t* places) {
        return made([&](std::uint32_t lane) { return from[places[lane]]; });
    }
    static Sixteen weights(const std::uint16_t* high, const std::uint8_t* low) {
        return made([&](std::uint32_t lane) { return weight_of(std::uint32_t{high[lane]} << 8 | low[lane]); });
    }
    template <class Other>
    static Sixteen from(const Sixteen<Other>& other) {
        return made([&](std::uint32_t lane) { return other.lanes[lane]; });
    }
    Sixteen operator+(const Sixteen& other) const {
        return made([&](std::uint32_t lane) { return lanes[lane] + other.lanes[lane]; });
    }
    Sixteen operator*(const Sixteen& other) const {
        return made([&](std::uint32_t lane) { return lanes[lane] * other.lanes[lane]; });
    }
    Sixteen distance(const Sixteen& other) const {
        return made([&](std::uint32_t lane) { return std::abs(lanes[lane] - other.lanes[lane]); });
    }
    Sixteen where_zero(const Sixteen& test) const {
        return made([&](std::uint32_t lane) { return test.lanes[lane] == 0 ? lanes[lane] : 0; });
    }
    void store(Number* to) const { store(to, 0xffff); }
    static Sixteen load(const Number* from, std::uint16_t mask) {
        return made([&](std::uint32_t lane) { return (mask >> lane & 1) != 0 ? from[lane] : 0; });
    }
    void store(Number* to, std::uint16_t mask) const {
        for (std::uint32_t lane = 0; lane < lanes_count; ++lane) {
            to[lane] = (mask >> lane & 1) != 0 ? lanes[lane] : to[lane];
        }
    }
    Sixteen operator/(const Sixteen& other) const {
        return made([&](std::uint32_t lane) { return lanes[lane] / other.lanes[lane]; });
    }
    double sum() const {
        double sums[lanes_count];
        store_all(sums);
        for (std::uint32_t width = lanes_count / 2; width > 0; width /= 2) {
            for (std::uint32_t lane = 0; lane < width; ++lane) {
                sums[lane] += sums[lane + width];
            }
        }
        return sums[0];
    }
    void store_all(double* to) const {
        for (std::uint32_t lane = 0; lane < lanes_count; ++lane) {
            to[lane] = lanes[lane];
        }
    }
};

using Floats = Sixteen<float>;
using Doubles = Sixteen<double>;
}  // namespace scalar

#ifdef FANAL_WIDE_PATHS

#pragma GCC push_options
#pragma GCC target("avx2")
namespace avx2 {

struct Floats;

struct Doubles {
    using Value = double;
    __m256d quarters[4];

    template <class Make>
    static Doubles made(const Make& make) {
        return {{make(0), make(1), make(2), make(3)}};
    }
    static Doubles all(double value) {
        return made([&](int) { return _mm256_set1_pd(value); });
    }
    static Doubles load(const double* from) {
        return made([&](int i) { return _mm256_loadu_pd(from + 4 * i); });
    }
    static Doubles gather(const double* from, const std::uint32_t* places) {
        return made([&](int i) {
            const std::uint32_t* four = places + 4 * i;
            return _mm256_setr_pd(from[four[0]], from[four[1]], from[four[2]], from[four[3]]);
        });
    }
    static Doubles weights(const std::uint16_t* high, const std::uint8_t* low);
    static Doubles from(const Floats& floats);
    static Doubles from(const Doubles& doubles) { return doubles; }
    Doubles operator+(const Doubles& other) const {
        return made([&](int i) { return _mm256_add_pd(quarters[i], other.quarters[i]); });
    }
    Doubles operator*(const Doubles& other) const {
        return made([&](int i) { return _mm256_mul_pd(quarters[i], other.quarters[i]); });
    }
    Doubles distance(const Doubles& other) const {
        return made([&](int i) {
            return _mm256_andnot_pd(_mm256_set1_pd(-0.0), _mm256_sub_pd(quarters[i], other.quarters[i]));
        });
    }
    Doubles where_zero(const Doubles& test) const {
        return made([&](int i) {
            return _mm256_and_pd(quarters[i], _mm256_cmp_pd(test.quarters[i], _mm256_setzero_pd(), _CMP_EQ_OQ));
        });
    }
    void store(double* to) const {
        for (int i = 0; i < 4; ++i) {
            _mm256_storeu_pd(to + 4 * i, quarters[i]);
        }
    }
    static __m256i quarter_mask(std::uint16_t mask, int i) {
        const __m256i bits = _mm256_setr_epi64x(1, 2, 4, 8);
        return _mm256_cmpeq_epi64(_mm256_and_si256(_mm256_set1_epi64x(mask >> (4 * i)), bits), bits);
    }
    static Doubles load(const double* from, std::uint16_t mask) {
        return made([&](int i) { return _mm256_maskload_pd(from + 4 * i, quarter_mask(mask, i)); });
    }
    void store(double* to, std::uint16_t mask) const {
        for (int i = 0; i < 4; ++i) {
            _mm256_maskstore_pd(to + 4 * i, quarter_mask(mask, i), quarters[i]);
        }
    }
    Doubles operator/(const Doubles& other) const {
        return made([&](int i) { return _mm256_div_pd(quarters[i], other.quarters[i]); });
    }
    double sum() const {
        const __m256d four =
            _mm256_add_pd(_mm256_add_pd(quarters[0], quarters[2]), _mm256_add_pd(quarters[1], quarters[3]));
        const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
        return _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
    }
};

struct Floats {
    using Value = float;
    __m256 halves[2];

    static Floats all(float value) { return {{_mm256_set1_ps(value), _mm256_set1_ps(value)}}; }
    static Floats load(const float* from) { return {{_mm256_loadu_ps(from), _mm256_loadu_ps(from + 8)}}; }
    static Floats gather(const float* from, const std::uint32_t* places) {
        return {{eight_gathered(from, places), eight_gathered(from, places + 8)}};
    }
    /// Eight plain loads: many processors take longer for the instruction that does this.
    static __m256 eight_gathered(const float* from, const std::uint32_t* p) {
        return _mm256_setr_ps(from[p[0]], from[p[1]], from[p[2]], from[p[3]], from[p[4]], from[p[5]], from[p[6]],
                              from[p[7]]);
    }
    static __m256 eight_weights(const std::uint16_t* high, const std::uint8_t* low) {
        const __m256i upper = _mm256_cvtepu16_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(high)));
        const __m256i lower = _mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(low)));
        return _mm256_castsi256_ps(_mm256_or_si256(_mm256_slli_epi32(upper, 15), _mm256_slli_epi32(lower, 7)));
    }
    static Floats weights(const std::uint16_t* high, const std::uint8_t* low) {
        return {{eight_weights(high, low), eight_weights(high + 8, low + 8)}};
    }
    static Floats from(const Doubles& d) {
        return {{_mm256_set_m128(_mm256_cvtpd_ps(d.quarters[1]), _mm256_cvtpd_ps(d.quarters[0])),
                 _mm256_set_m128(_mm256_cvtpd_ps(d.quarters[3]), _mm256_cvtpd_ps(d.quarters[2]))}};
    }
    Floats operator+(const Floats& other) const {
        return {{_mm256_add_ps(halves[0], other.halves[0]), _mm256_add_ps(halves[1], other.halves[1])}};
    }
    Floats operator*(const Floats& other) const {
        return {{_mm256_mul_ps(halves[0], other.halves[0]), _mm256_mul_ps(halves[1], other.halves[1])}};
    }
    void store(float* to) const {
        _mm256_storeu_ps(to, halves[0]);
        _mm256_storeu_ps(to + 8, halves[1]);
    }
    static __m256i half_mask(std::uint16_t mask, int i) {
        const __m256i bits = _mm256_setr_epi32(1, 2, 4, 8, 16, 32, 64, 128);
        return _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32(mask >> (8 * i)), bits), bits);
    }
    static Floats load(const float* from, std::uint16_t mask) {
        return {{_mm256_maskload_ps(from, half_mask(mask, 0)), _mm256_maskload_ps(from + 8, half_mask(mask, 1))}};
    }
    void store(float* to, std::uint16_t mask) const {
        _mm256_maskstore_ps(to, half_mask(mask, 0), halves[0]);
        _mm256_maskstore_ps(to + 8, half_mask(mask, 1), halves[1]);
    }
    Floats operator/(const Floats& other) const {
        return {{_mm256_div_ps(halves[0], other.halves[0]), _mm256_div_ps(halves[1], other.halves[1])}};
    }
};

inline Doubles Doubles::from(const Floats& floats) {
    return {{_mm256_cvtps_pd(_mm256_castps256_ps128(floats.halves[0])),
             _mm256_cvtps_pd(_mm256_extractf128_ps(floats.halves[0], 1)),
             _mm256_cvtps_pd(_mm256_castps256_ps128(floats.halves[1])),
             _mm256_cvtps_pd(_mm256_extractf128_ps(floats.halves[1], 1))}};
}
inline Doubles Doubles::weights(const std::uint16_t* high, const std::uint8_t* low) {
    return from(Floats::weights(high, low));
}

}  // namespace avx2
#pragma GCC pop_options

#pragma GCC push_options
#pragma GCC target("avx512f,avx512dq,avx512bw,avx512vl")
namespace avx512 {

struct Floats;

struct Doubles {
    using Value = double;
    __m512d halves[2];

    static Doubles all(double value) { return {{_mm512_set1_pd(value), _mm512_set1_pd(value)}}; }
    static Doubles load(const double* from) { return {{_mm512_loadu_pd(from), _mm512_loadu_pd(from + 8)}}; }
    static Doubles gather(const double* from, const std::uint32_t* places) {
        const auto* eight = reinterpret_cast<const __m256i*>(places);
        return {{_mm512_i32gather_pd(_mm256_loadu_si256(eight), from, 8),
                 _mm512_i32gather_pd(_mm256_loadu_si256(eight + 1), from, 8)}};
    }
    static Doubles weights(const std::uint16_t* high, const std::uint8_t* low);
    static Doubles from(const Floats& floats);
    static Doubles from(const Doubles& doubles) { return doubles; }
    Doubles operator+(const Doubles& other) const {
        return {{_mm512_add_pd(halves[0], other.halves[0]), _mm512_add_pd(halves[1], other.halves[1])}};
    }
    Doubles operator*(const Doubles& other) const {
        return {{_mm512_mul_pd(halves[0], other.halves[0]), _mm512_mul_pd(halves[1], other.halves[1])}};
    }
    Doubles distance(const Doubles& other) const {
        return {{_mm512_abs_pd(_mm512_sub_pd(halves[0], other.halves[0])),
                 _mm512_abs_pd(_mm512_sub_pd(halves[1], other.halves[1]))}};
    }
    Doubles where_zero(const Doubles& test) const {
        const __m512d zero = _mm512_setzero_pd();
        return {{_mm512_maskz_mov_pd(_mm512_cmp_pd_mask(test.halves[0], zero, _CMP_EQ_OQ), halves[0]),
                 _mm512_maskz_mov_pd(_mm512_cmp_pd_mask(test.halves[1], zero, _CMP_EQ_OQ), halves[1])}};
    }
    void store(double* to) const {
        _mm512_storeu_pd(to, halves[0]);
        _mm512_storeu_pd(to + 8, halves[1]);
    }
    static Doubles load(const double* from, std::uint16_t mask) {
        return {{_mm512_maskz_loadu_pd(static_cast<__mmask8>(mask), from),
                 _mm512_maskz_loadu_pd(static_cast<__mmask8>(mask >> 8), from + 8)}};
    }
    void store(double* to, std::uint16_t mask) const {
        _mm512_mask_storeu_pd(to, static_cast<__mmask8>(mask), halves[0]);
        _mm512_mask_storeu_pd(to + 8, static_cast<__mmask8>(mask >> 8), halves[1]);
    }
    Doubles operator/(const Doubles& other) const {
        return {{_mm512_div_pd(halves[0], other.halves[0]), _mm512_div_pd(halves[1], other.halves[1])}};
    }
    double sum() const {
        const __m512d eight = _mm512_add_pd(halves[0], halves[1]);
        const __m256d four = _mm256_add_pd(_mm512_castpd512_pd256(eight), _mm512_extractf64x4_pd(eight, 1));
        const __m128d two = _mm_add_pd(_mm256_castpd256_pd128(four), _mm256_extractf128_pd(four, 1));
        return _mm_cvtsd_f64(_mm_add_sd(two, _mm_unpackhi_pd(two, two)));
    }
};

struct Floats {
    using Value = float;
    __m512 lanes;

    static Floats all(float value) { return {_mm512_set1_ps(value)}; }
    static Floats load(const float* from) { return {_mm512_loadu_ps(from)}; }
    static Floats gather(const float* from, const std::uint32_t* places) {
        return {_mm512_i32gather_ps(_mm512_loadu_si512(places), from, 4)};
    }
    static Floats weights(const std::uint16_t* high, const std::uint8_t* low) {
        const __m512i upper = _mm512_cvtepu16_epi32(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(high)));
        const __m512i lower = _mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(low)));
        return {_mm512_castsi512_ps(_mm512_or_si512(_mm512_slli_epi32(upper, 15), _mm512_slli_epi32(lower, 7)))};
    }
    static Floats from(const Doubles& d) {
        return {
            _mm512_insertf32x8(_mm512_castps256_ps512(_mm512_cvtpd_ps(d.halves[0])), _mm512_cvtpd_ps(d.halves[1]), 1)};
    }
    Floats operator+(const Floats& other) const { return {_mm512_add_ps(lanes, other.lanes)}; }
    Floats operator*(const Floats& other) const { return {_mm512_mul_ps(lanes, other.lanes)}; }
    void store(float* to) const { _mm512_storeu_ps(to, lanes); }
    static Floats load(const float* from, std::uint16_t mask) { return {_mm512_maskz_loadu_ps(mask, from)}; }
    void store(float* to, std::uint16_t mask) const { _mm512_mask_storeu_ps(to, mask, lanes); }
    Floats operator/(const Floats& other) const { return {_mm512_div_ps(lanes, other.lanes)}; }
};

inline Doubles Doubles::from(const Floats& floats) {
    return {{_mm512_cvtps_pd(_mm512_castps512_ps256(floats.lanes)),
             _mm512_cvtps_pd(_mm512_extractf32x8_ps(floats.lanes, 1))}};
}
inline Doubles Doubles::weights(const std::uint16_t* high, const std::uint8_t* low) {
    return from(Floats::weights(high, low));
}

}  // namespace avx512
#pragma GCC pop_options

#endif

}  // namespace fanal::graph
